-- What addresses lead to, as far as this reader may see it: posts of the spaces they may read, spaces they may know of, people they may meet.
select 'post' as what, p.id::text as key, p.kind, coalesce(nullif(p.title, ''), ''), p.html, n.name || ' · ' || s.name, e.starts_at,
       coalesce(e.zone, '')
from talk_post p
join talk_space s on s.id = p.space_id
join people_person n on n.id = p.author_id
left join talk_event e on e.post_id = p.id
where p.id = any(%(posts)s::bigint[]) and p.removed_at is null
  and ((s.access = 'open' and not %(is_guest)s) or %(is_importer)s
       or exists (select 1 from talk_membership m where m.person_id = %(me)s and m.space_id = s.id))
union all
select 'space', s.slug, 'space', s.name, '', s.purpose, null, ''
from talk_space s
where s.slug = any(%(slugs)s::text[])
  and ((s.access <> 'closed' and not %(is_guest)s) or %(is_importer)s
       or exists (select 1 from talk_membership m where m.person_id = %(me)s and m.space_id = s.id))
union all
select 'person', n.id::text, 'person', n.name, '', n.function, null, ''
from people_person n
where n.id = any(%(people)s::bigint[])
  and (not %(is_guest)s or %(is_importer)s or n.id = %(me)s
       or exists (select 1 from talk_membership m join talk_membership o on o.space_id = m.space_id
                  where m.person_id = %(me)s and o.person_id = n.id))
