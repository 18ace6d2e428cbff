-- The newest heads of one space.
select id from talk_post
where space_id = %(space)s and root_id is null and removed_at is null and id < %(before)s and id > %(after)s
  and exists (
      select 1 from talk_space s
      where s.id = %(space)s
        and ((s.access = 'open' and not %(is_guest)s) or %(is_importer)s
             or exists (select 1 from talk_membership m where m.person_id = %(me)s and m.space_id = s.id)))
order by id desc
limit %(limit)s
