-- What a page shows of some posts that were found, as one reader may see them: neither what was removed, nor what was edited since it was indexed.
-- Which posts, in which order and how many were found at all stands in the place in braces, filled by hits.py.
select p.id, p.root_id, p.kind, coalesce(nullif(p.title, ''), head.title, ''), p.html, nullif(p.parts_html, '{}'), p.language,
       s.id, s.name, s.slug, s.access, s.archived_at is not null, q.closed_at is not null, q.accepted_id is not null, p.title <> '',
       (select array_agg(concat_ws(' ', f.name, f.alt) order by f.id) from talk_file f where f.post_id = p.id),
       o.answer_id is not null, wanted.many, person.*
from ({wanted}) as wanted (id, place, many)
join talk_post p on p.id = wanted.id
join talk_search_document d on d.post_id = p.id
join talk_space s on s.id = p.space_id
cross join lateral (select * from ({persons}) one where one.id = p.author_id offset 0) person
left join talk_post head on head.id = p.root_id
left join talk_question q on q.post_id = p.id
left join talk_outdated o on o.answer_id = p.id
where p.removed_at is null and p.edited_at is not distinct from d.edited_at
  and ((s.access = 'open' and not %(is_guest)s) or %(is_importer)s
       or exists (select 1 from talk_membership m where m.person_id = %(me)s and m.space_id = s.id))
order by wanted.place
