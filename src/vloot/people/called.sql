-- Whom somebody means by a name, also those who have left: who has exactly this name, else all whose names begin so. A guest means those they may meet.
with seen as not materialized (
    select p.id, p.username, p.sort_key from people_person p
    where not %(is_narrowed)s or p.id = %(me)s or p.id = any(%(met)s::bigint[])
       or exists (select 1 from people_role r where r.person_id = p.id and r.name in ('host', 'administrator'))
),
exact as materialized (
    select id from seen where username = %(username)s or sort_key = %(name)s order by id limit %(limit)s
),
begun as materialized (
    select id from seen
    where not exists (select 1 from exact)
      and not exists (select 1 from unnest(%(words)s::text[]) word
                      where strpos(' ' || sort_key, ' ' || word) = 0 and not starts_with(username, word))
    order by sort_key, id
    limit %(limit)s
)
{persons}
where p.id in (select id from exact union all select id from begun)
