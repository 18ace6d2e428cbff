-- The events that one may read and that are over, the last one first.
select p.id
from talk_event e
join talk_post p on p.id = e.post_id
join talk_space s on s.id = p.space_id
where e.ends_at <= %(now)s and p.removed_at is null
  and ((s.access = 'open' and not %(is_guest)s) or %(is_importer)s
       or exists (select 1 from talk_membership m where m.person_id = %(me)s and m.space_id = s.id))
order by e.starts_at desc, p.id desc
limit %(limit)s offset %(offset)s
