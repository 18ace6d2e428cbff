-- Of which kinds, in which spaces and by whom the newest hits are: what a reader can narrow down to. Never how many.
select p.kind, s.id, s.name, s.slug, s.sort_key, a.id, a.name, a.username, a.sort_key
from talk_post p
join talk_search_document d on d.post_id = p.id
join talk_space s on s.id = p.space_id
join people_person a on a.id = p.author_id
where p.id = any(%(ids)s::bigint[]) and p.removed_at is null and p.edited_at is not distinct from d.edited_at
  and ((s.access = 'open' and not %(is_guest)s) or %(is_importer)s
       or exists (select 1 from talk_membership m where m.person_id = %(me)s and m.space_id = s.id))
group by p.kind, s.id, a.id
