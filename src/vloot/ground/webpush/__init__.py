"""Web push, the protocol: sealing a message so that only one browser reads it, and handing it to that browser's push service.

RFC 8291 (aes128gcm) and RFC 8292 (VAPID) on `cryptography`; everything goes out through `ground.fetch`.
"""

from vloot.ground.webpush.keys import public_key
from vloot.ground.webpush.sealing import LONGEST, Target, require_usable, seal
from vloot.ground.webpush.sending import Gone, Rejected, Stamp, send

__all__ = ["LONGEST", "Gone", "Rejected", "Stamp", "Target", "public_key", "require_usable", "seal", "send"]
