-- The newest heads that one person wrote.
select p.id
from talk_post p join talk_space s on s.id = p.space_id
where p.author_id = %(person)s and p.root_id is null and p.removed_at is null and p.id < %(before)s and p.id > %(after)s
  and ((s.access = 'open' and not %(is_guest)s) or %(is_importer)s
       or exists (select 1 from talk_membership m where m.person_id = %(me)s and m.space_id = s.id))
order by p.id desc
limit %(limit)s
