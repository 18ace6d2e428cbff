-- Everything about some posts that is one value for each, as one reader may see it; what they may not read is left out.
select p.id, p.kind, p.author_id, p.root_id, p.parent_id, p.title, p.html, p.parts_html ->> 'known', p.parts_html ->> 'tried',
       p.language, p.tags, p.reply_count, p.last_reply_id, p.edited_at, p.removed_at is not null, p.pinned_at is not null,
       p.closed_at is not null, p.closed_reason, p.origin,
       s.id, s.name, s.slug, s.access, s.archived_at is not null,
       m.is_host, r.upto_id, b.id is not null,
       q.owner_id, q.accepted_id, q.closed_at is not null,
       coalesce(h.author_id, p.author_id),
       case when p.root_id is null then p.closed_at is null and p.removed_at is null
            else h.closed_at is null and h.removed_at is null end,
       o.answer_id is not null, i.id
from unnest(%(ids)s::bigint[]) with ordinality as wanted (id, place)
join talk_post p on p.id = wanted.id
join talk_space s on s.id = p.space_id
left join talk_membership m on m.person_id = %(me)s and m.space_id = p.space_id
left join talk_read_mark r on r.person_id = %(me)s and r.thread_id = coalesce(p.root_id, p.id)
left join talk_bookmark b on b.person_id = %(me)s and b.post_id = p.id
left join talk_question q on q.post_id = coalesce(p.root_id, p.id)
left join talk_post h on h.id = p.root_id
left join talk_outdated o on o.answer_id = p.id
left join talk_post i on i.id = o.instead_id and i.removed_at is null
     and (i.space_id = p.space_id or exists (
         select 1 from talk_space t where t.id = i.space_id
         and ((t.access = 'open' and not %(is_guest)s)
              or exists (select 1 from talk_membership n where n.space_id = t.id and n.person_id = %(me)s))))
where m.id is not null or (s.access = 'open' and not %(is_guest)s) or %(is_importer)s
order by wanted.place
