-- The people of whom ties tell: who works here and takes part.
select p.id
from people_person p
where p.kind = 'human' and p.is_active
  and not exists (select 1 from people_role r where r.person_id = p.id and r.name = 'guest')
  and not exists (select 1 from network_abstention a where a.person_id = p.id)
