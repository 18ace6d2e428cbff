"""The cellar: what every room stands on, without one word of the business.

Nouns: an id, a moment, an error, a text, a page, a job, a live signal, a database cluster.
Verbs: make an id, read the clock, refuse, defer, announce, start and stop PostgreSQL.
Never: knows a person, a post or a company; asks who is allowed to do something; imports a room.
"""
