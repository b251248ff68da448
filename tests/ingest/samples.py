"""Inputs that several tests use, about invented events."""

import gzip

PARAGRAPHS = (
    "Dock workers in Valparaíso stayed out for a third day on Tuesday, the union said, and the container terminal was shut.",
    "“We will not go back 😀 until the rota is withdrawn,” said Marta Rojas, who leads the union at the container terminal.",
    "The port company said that it was ready to talk about the rota but not about the number of shifts worked each week.",
)

PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Dock strike enters third day | Harbour Gazette</title>
<meta property="og:title" content="Dock strike enters third day"><meta property="og:site_name" content="Harbour Gazette">
<meta name="author" content="Ana Silva; Jo Berg"><meta property="article:published_time" content="2025-03-04T10:22:00Z">
<link rel="canonical" href="https://gazette.example/strike"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Dock strike enters third day</h1>
{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}</article><footer>Terms of use</footer></body></html>"""


def response(url: str, body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """A WARC response record."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:7d2c1a40-0000-4000-8000-000000000001>\r\n"
        f"WARC-Date: 2025-03-04T12:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def archive(urls: list[str], compressed: bool = False) -> bytes:
    """A web archive with the sample page under each address."""
    records = [response(url, PAGE.encode()) for url in urls]
    return b"".join(gzip.compress(r) for r in records) if compressed else b"".join(records)
