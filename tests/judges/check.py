"""Reads a certificate, its authority, a revocation list and an answer (OCSP) with the package cryptography, and says what
they say: check.py CERTIFICATE AUTHORITY LIST ANSWER. Fails where a signature does not hold."""

import sys

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

certificate, authority = (x509.load_pem_x509_certificate(open(name, "rb").read()) for name in sys.argv[1:3])
listed = x509.load_pem_x509_crl(open(sys.argv[3], "rb").read())
answer = ocsp.load_der_ocsp_response(open(sys.argv[4], "rb").read())

certificate.verify_directly_issued_by(authority)
assert listed.is_signature_valid(authority.public_key())
[responder] = answer.certificates
responder.verify_directly_issued_by(authority)
purposes = responder.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
assert list(purposes) == [ExtendedKeyUsageOID.OCSP_SIGNING]
responder.extensions.get_extension_for_class(x509.OCSPNoCheck)
responder.public_key().verify(answer.signature, answer.tbs_response_bytes, padding.PKCS1v15(), answer.signature_hash_algorithm)
assert answer.serial_number == certificate.serial_number

[number] = certificate.subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)
[name] = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
parts = [len(part) for part in certificate.subject.rdns]
entry = listed.get_revoked_certificate_by_serial_number(certificate.serial_number)
print("name", name.value)
print("number", number.value)
print("parts", *parts)
print("listed", "no" if entry is None else entry.extensions.get_extension_for_class(x509.CRLReason).value.reason.value)
print("answered", answer.certificate_status.name, answer.revocation_reason and answer.revocation_reason.value)
