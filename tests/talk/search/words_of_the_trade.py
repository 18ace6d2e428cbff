"""Words that must find each other, and words that must not: in Dutch, French and English."""

DUTCH = """
fiets fietsen | fiets fietsje | kraan kranen | storing storingen | vergadering vergaderingen | helm helmen
geïnstalleerd geinstalleerd | geïnstalleerd geïnstalleerde | reünie reunie | coördinatie coordinatie
coördinator coordinatoren | zeeën zeeen | café cafe | één een | financiën financien | ruïne ruines | egoïsme egoisme
beëindigd beeindigd | geëerd geeerd | werk werken | werken werkt | werker werkers | bout bouten | moer moeren
sleutel sleutels | ladder ladders | vrachtwagen vrachtwagens | levering leveringen | klant klanten | ploeg ploegen
rooster roosters | verlof verloven | schoen schoenen | handschoen handschoenen | machine machines | motor motoren
pomp pompen | pomp pompje | lekkage lekkages | meting metingen | rapport rapporten | tekening tekeningen | afspraak afspraken
vraag vragen | antwoord antwoorden | collega collega's | foto foto's | auto auto's | menu menu's | idee ideeën
ideeën ideeen | bestelling bestellingen | factuur facturen | offerte offertes | korting kortingen | leverancier leveranciers
magazijn magazijnen | voorraad voorraden | kast kasten | deur deuren | poort poorten | kade kades | sluis sluizen
boot boten | zeil zeilen | anker ankers | touw touwen | kabel kabels | lamp lampen | stoel stoelen | tafel tafels
koffie koffies | nieuw nieuwe | groot grote | snel snelle | gevaarlijk gevaarlijke | gevonden gevonden | lunch lunches
opleiding opleidingen
"""
FRENCH = """
élève eleves | élève élèves | élèves eleve | mangeons manger | manger mangez | travailler travaillons | réunion reunions
réunion réunions | réparé repare | réparations reparation | sécurité securite | sécurités securite | clé cles | clés cle
échelle echelles | échelles echelle | grue grues | pompe pompes | panne pannes | équipe equipes | équipes equipe
cheval cheval | vélo velos | vélos velo | atelier ateliers | chaussure chaussures | casque casques | gant gants
câble cables | câbles cable | moteur moteurs | machine machines | fenêtre fenetres | fenêtres fenetre | forêt forets
hôpital hopital | tâche taches | tâches tache | préparer preparons | préparation preparations | décider decidons
décision decisions | question questions | réponse reponses | réponses reponse | demande demandes | demander demandons
aider aidons | aidé aide | commencé commencer | commençons commencons | façon facons | leçon lecons | reçu recu
garçon garcons | été ete | où ou | œuvre oeuvres | cœur coeurs | sœur soeurs | bœuf boeuf | noël noel | maïs mais
livraison livraisons | client clients | client cliente | facture factures | horaire horaires | congé conges | congés conge
quai quais | bateau bateaux | écluse ecluses | écluses ecluse | ancre ancres | voile voiles | corde cordes | lampe lampes
nouveau nouveaux | nouvelle nouvelles | dangereux dangereuse | lent lente | important importante | installer installons
installé installee | installée installees | l'eau eau | l'élève eleves | d'équipe equipes | qu'élève eleve
"""
ENGLISH = """
bicycle bicycles | crane cranes | meeting meetings | meet meeting | install installed | installed installing
install installs | fix fixed | fixed fixing | repair repairs | repaired repairing | question questions | answer answered
answering answers | café cafe | résumé resume | naïve naive | safety safety | valve valves | pump pumping | leak leaks
leaking leaked | ladder ladders | box boxes | key keys | story stories | delivery deliveries | company companies
train training | manager managers | team teams | team's team | crane's cranes | order ordered
"""
APART = """
kraan kraam | helm help | pomp pop | bout boot | moer moeder | sleutel sleur | schip schap | rooster rood | kast kas
deur duur | zeil ziel | werk werf | lamp lam | stoel stal | foto fort | auto autist | idee ideaal | klant klank
motor motief | kabel kaper | vraag traag | manger mangue | grue gris | pompe pomme | panne pain | gant gens | clé clou
quai quoi | voile vol | corde cor | moteur mort | vélo vol | casque caisse | tâche tapis | lampe lame | client climat
réunion reine | sécurité secret | bateau bâton | écluse éclair | crane crate | meeting metal | box boss | key kayak
pump pup | leak leaf | ladder lady | valve value | train terrain | team tea | order older
"""


def pairs(table: str) -> list[tuple[str, str]]:
    """The pairs of a table."""
    rows = [row.split() for row in table.replace("\n", "|").split("|") if row.strip()]
    return [(one, other) for one, other in rows]
