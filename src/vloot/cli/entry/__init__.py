"""What the web server calls: pages go to Django in a thread, the live stream stays in the event loop.

Nouns: the RSGI application, which granian makes in each worker process.
Verbs: serve a page, hold a stream, leave in order.
Never: decides what anybody may see.
"""
