-- The spaces somebody means by a name, among those whose posts they may read: of exactly this name, else all whose names begin so.
with seen as not materialized (
    select s.id, s.name, s.slug, s.access, s.archived_at is not null as is_archived, s.sort_key from talk_space s
    where (s.access = 'open' and not %(is_guest)s) or %(is_importer)s
       or exists (select 1 from talk_membership m where m.space_id = s.id and m.person_id = %(me)s)
),
exact as materialized (
    select * from seen where slug = %(name)s or sort_key = %(name)s order by sort_key, id limit %(limit)s
)
select id, name, slug, access, is_archived from exact
union all
(select id, name, slug, access, is_archived from seen
 where not exists (select 1 from exact)
   and (strpos(' ' || sort_key, ' ' || %(name)s::text) > 0 or starts_with(slug, %(name)s::text))
 order by sort_key, id
 limit %(limit)s)
