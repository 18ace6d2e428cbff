-- The newest posts of all, where no words and nobody is asked for, only when.
select d.post_id
from talk_search_document d
where d.post_id < %(before)s and d.post_id > %(after)s
  and (select (s.access = 'open' and not %(is_guest)s) or %(is_importer)s
           or exists (select 1 from talk_membership m where m.space_id = s.id and m.person_id = %(me)s)
       from talk_space s where s.id = d.space_id) {exact}
order by d.post_id desc
limit {limit}
