"""Where mail lies until it is taken in: a maildir folder, an IMAP mailbox."""
