"""What a running Vloot consists of besides its pages.

Nouns: the folder's lock, the port, the collected static files, the schema, the queue's process, the web server.
Verbs: take, probe, collect, migrate, keep running, serve.
Never: knows a command line.
"""
