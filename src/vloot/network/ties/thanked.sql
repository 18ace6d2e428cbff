-- Who thanked whom since a moment, each two once: only people who work here and take part, and never many at once.
with present as (
    select p.id
    from people_person p
    where p.kind = 'human' and p.is_active
      and not exists (select 1 from people_role r where r.person_id = p.id and r.name = 'guest')
      and not exists (select 1 from network_abstention a where a.person_id = p.id)
)
select distinct t.author_id, tt.person_id
from logbook_entry e
join talk_post t on t.id = e.object_id and t.removed_at is null
join talk_thanks_to tt on tt.post_id = t.id
join present giver on giver.id = t.author_id
join present taker on taker.id = tt.person_id
where e.kind = 'ThanksGiven' and e.id >= %(since)s and t.author_id <> tt.person_id
  and (select count(*) from talk_thanks_to o where o.post_id = t.id) <= %(most)s
