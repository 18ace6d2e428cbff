-- Spaces of a name that the reader may know of: first those whose name begins so, both groups alphabetically.
select s.id, s.name, s.slug, s.purpose
from talk_space s
where (%(is_importer)s or (s.access <> 'closed' and not %(is_guest)s)
       or exists (select 1 from talk_membership m where m.space_id = s.id and m.person_id = %(me)s))
  and (not exists (select 1 from unnest(%(words)s::text[]) word
                   where strpos(' ' || s.sort_key, ' ' || word) = 0 and not starts_with(s.slug, word))
       or (%(about)s::text <> '' and strpos(upper(s.purpose), upper(%(about)s::text)) > 0))
order by not starts_with(s.sort_key, %(first)s), s.sort_key, s.id
limit %(limit)s
