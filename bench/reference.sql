-- The yardstick: the 20 newest threads of one reader's spaces and people, by the plainest query that gives all that their cards show: the
-- author, the space, who appreciated it, what a question has, and how far this reader is with it.
-- Never changed together with the product's SQL: figures are stated beside its own.
select p.id, p.kind, p.title, p.html, p.tags, p.reply_count, p.last_reply_id, p.edited_at, p.pinned_at is not null, p.closed_reason, p.origin,
       a.id, a.name, a.first_name, a.face, a.function, t.name,
       s.id, s.name, s.slug, s.access,
       r.upto_id, b.id is not null,
       q.accepted_id, o.id, o.name, p.parts_html,
       array(select x.first_name || ' ' || x.last_name
             from talk_appreciation e join people_person x on x.id = e.person_id
             where e.post_id = p.id order by x.sort_key),
       array(select x.first_name || ' ' || x.last_name
             from talk_thanks_to e join people_person x on x.id = e.person_id
             where e.post_id = p.id order by x.sort_key)
from talk_post p
join people_person a on a.id = p.author_id
left join people_team t on t.id = a.team_id
join talk_space s on s.id = p.space_id
left join talk_read_mark r on r.thread_id = p.id and r.person_id = %(me)s
left join talk_bookmark b on b.post_id = p.id and b.person_id = %(me)s
left join talk_question q on q.post_id = p.id
left join people_person o on o.id = q.owner_id
where p.root_id is null and p.removed_at is null
  and (p.space_id in (select space_id from talk_membership where person_id = %(me)s)
       or p.author_id in (select followed_id from talk_person_follow where person_id = %(me)s))
order by p.id desc
limit 20
