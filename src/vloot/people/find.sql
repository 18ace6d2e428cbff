-- People of a name: first those whose name begins so, both groups alphabetically. A guest meets themselves, those they share a space with, and who helps.
select p.id, p.username
from people_person p
where p.is_active and p.kind = 'human'
  and (not %(is_narrowed)s or p.id = %(me)s or p.id = any(%(met)s::bigint[])
       or exists (select 1 from people_role r where r.person_id = p.id and r.name in ('host', 'administrator')))
  and (not exists (select 1 from unnest(%(words)s::text[]) word
                   where strpos(' ' || p.sort_key, ' ' || word) = 0 and not starts_with(p.username, word))
       or (%(about)s::text <> '' and (strpos(upper(p.ask_me_about), upper(%(about)s::text)) > 0
                                or strpos(upper(p.function), upper(%(about)s::text)) > 0)))
order by not starts_with(p.sort_key, %(first)s), p.sort_key, p.id
limit %(limit)s
