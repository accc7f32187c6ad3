"""Validates the signature in a PDF with pyHanko: pdf.py PDF ROOT AUTHORITY ROOT_LIST LIST SECONDS. The lists are those of both
authorities; the seconds (since 1970) are when it is looked at. Prints what pyHanko finds."""

import datetime
import sys

from asn1crypto import crl, pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def read(kind, name):
    data = open(name, "rb").read()
    return kind.load(pem.unarmor(data)[2] if pem.detect(data) else data)


pdf, root, authority, root_list, authority_list, seconds = sys.argv[1:]
context = ValidationContext(
    trust_roots=[read(x509.Certificate, root)],
    other_certs=[read(x509.Certificate, authority)],
    crls=[read(crl.CertificateList, root_list), read(crl.CertificateList, authority_list)],
    revocation_mode="hard-fail",
    allow_fetching=False,
    moment=datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc),
)
with open(pdf, "rb") as file:
    [signature] = PdfFileReader(file).embedded_signatures
    print("kind", signature.sig_object["/SubFilter"])
    status = validate_pdf_signature(signature, context)
print("intact", status.intact, "valid", status.valid, "trusted", status.trusted, "revoked", status.revoked)
print("covers", status.coverage.name)
print("summary", status.summary())
