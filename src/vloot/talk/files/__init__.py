"""Files that people attach: images, documents, whatever a post carries.

Nouns: files. Verbs: put (store an upload), describe (its alternative text), claim (a post takes it), remove.

Images are read, turned upright and written anew, so that nothing hidden in them survives; films and sounds play when their bytes say
that they are some; everything else is only ever offered as a download. A file can be fetched by whoever may read
the space of its post, and before that only by its uploader.
"""
