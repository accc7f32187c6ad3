"""Signs a PDF with pyHanko, as an update behind what is there: sign.py PDF SIGNED KEY CERTIFICATE FIELD SECONDS. The seconds (since 1970)
are when the signature says that it was made."""

import datetime
import sys

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import pdf_signer

pdf, signed, key, certificate, field, seconds = sys.argv[1:]
moment = datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc)


class Then(datetime.datetime):
    """The clock of the signer."""

    @classmethod
    def now(cls, tz=None):
        return moment.astimezone(tz)


pdf_signer.datetime = Then
signer = signers.SimpleSigner.load(key, certificate)
about = signers.PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256")
with open(pdf, "rb") as unsigned, open(signed, "wb") as out:
    signers.sign_pdf(IncrementalPdfFileWriter(unsigned), about, signer=signer, output=out)
