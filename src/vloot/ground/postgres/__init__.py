"""The PostgreSQL that comes with Vloot: started, shared and stopped by us, out of the wheel's binaries.

Nouns: a cluster (one folder), its owner (the system user that runs it), its place (where folder and socket lie), a
database in it.
Verbs: `Cluster(folder).start()`, `.stop()`, `with .running()`; `create_database`, `drop_database`.

Socket only, peer authentication, no password, no folder opened to others. Several processes share a server; the last
one stops it. A process that is killed leaves nothing behind but a running server, which the next start adopts.
It never listens on the network and never runs a shell.
"""

from vloot.ground.postgres.cluster import Cluster
from vloot.ground.postgres.owner import ClusterError

__all__ = ["Cluster", "ClusterError"]
