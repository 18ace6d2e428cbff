-- What was said in a thread after an id, in time order.
select p.id
from talk_post p join talk_space s on s.id = p.space_id
where p.root_id = %(thread)s and p.id > %(after)s
  and ((s.access = 'open' and not %(is_guest)s) or %(is_importer)s
       or exists (select 1 from talk_membership m where m.person_id = %(me)s and m.space_id = s.id))
order by p.id
limit %(limit)s
