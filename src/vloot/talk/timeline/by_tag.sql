-- The newest heads that carry one tag.
select t.post_id
from talk_post_tag t
join talk_post p on p.id = t.post_id
join talk_space s on s.id = p.space_id
where t.tag = %(tag)s and p.removed_at is null and t.post_id < %(before)s and t.post_id > %(after)s
  and ((s.access = 'open' and not %(is_guest)s) or %(is_importer)s
       or exists (select 1 from talk_membership m where m.person_id = %(me)s and m.space_id = s.id))
order by t.post_id desc
limit %(limit)s
