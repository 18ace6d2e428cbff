-- The pinned heads of one space, the last pinned first.
select p.id
from talk_post p join talk_space s on s.id = p.space_id
where p.space_id = %(space)s and p.pinned_at is not null
  and ((s.access = 'open' and not %(is_guest)s) or %(is_importer)s
       or exists (select 1 from talk_membership m where m.person_id = %(me)s and m.space_id = s.id))
order by p.pinned_at desc
limit %(limit)s
