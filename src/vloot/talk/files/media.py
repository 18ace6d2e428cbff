"""Telling what plays, by its first bytes: what a file is called says nothing."""

_BY_BRAND = {b"M4A ": "audio/mp4", b"M4B ": "audio/mp4"}
_VIDEO_BRANDS = (
    b"isom",
    b"iso2",
    b"iso4",
    b"iso5",
    b"iso6",
    b"mp41",
    b"mp42",
    b"avc1",
    b"M4V ",
    b"dash",
    b"MSNV",
    b"3gp4",
    b"3gp5",
)
PLAYED = ("video/", "audio/")


def sniff(content: bytes) -> str:
    """The media type of a film, a sound or captions that browsers play; "" for everything else."""
    head = content[:4096]
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return _BY_BRAND.get(brand) or ("video/mp4" if brand in _VIDEO_BRANDS else "")
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "video/webm" if b"webm" in head[:64] else ""
    if head.startswith(b"OggS"):
        return "video/ogg" if b"theora" in head[:128] else "audio/ogg"
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return "audio/wav"
    if head.startswith(b"fLaC"):
        return "audio/flac"
    if head.startswith(b"ID3") or (len(head) > 3 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2):
        return "audio/mpeg"
    if head.removeprefix(b"\xef\xbb\xbf").startswith((b"WEBVTT\n", b"WEBVTT\r", b"WEBVTT ")):
        return "text/vtt"
    return ""
