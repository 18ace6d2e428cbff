-- The yardstick: the 20 newest threads of one reader's spaces and people, with their authors and spaces, by the plainest query that
-- gives them. Nothing else a page shows is in it. Never changed together with the product's SQL: figures are stated beside its own.
select p.id, p.kind, p.title, p.html, p.reply_count, p.last_reply_id, p.edited_at, a.id, a.name, a.first_name, a.face, s.id, s.name, s.slug
from talk_post p
join people_person a on a.id = p.author_id
join talk_space s on s.id = p.space_id
where p.root_id is null and p.removed_at is null
  and (p.space_id in (select space_id from talk_membership where person_id = %(me)s)
       or p.author_id in (select followed_id from talk_person_follow where person_id = %(me)s))
order by p.id desc
limit 20
