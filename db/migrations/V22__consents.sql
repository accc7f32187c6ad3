-- What the holder of a NemID has consented to (Rules 4.1): what as JSON, the version of the rules, and who noted it.
CREATE TABLE consents (
    nemid    TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    consent  TEXT NOT NULL,
    given    TEXT NOT NULL,
    version  INTEGER NOT NULL,
    given_by TEXT NOT NULL,
    ended    TEXT,
    PRIMARY KEY (nemid, consent, given)
);

-- What was consented to at an activation that brought a certificate, as the log says it.
INSERT INTO consents (nemid, consent, given, version, given_by)
SELECT log.nemid, kind.consent, log.at, coalesce(n.rules_version, 1), log.actor
FROM event_log AS log
JOIN nemids AS n ON n.number = log.nemid
JOIN (
    SELECT 'cpr_lookup' AS word, '{"what":"cpr_lookup"}' AS consent
    UNION ALL SELECT 'pid_service', '{"what":"pid_service"}'
    UNION ALL SELECT 'pid_service', '{"what":"earlier_pid"}'
) AS kind ON json_extract(log.event, '$.consents.' || kind.word)
WHERE log.code = 'activated' AND EXISTS (SELECT 1 FROM certificates AS c WHERE c.nemid = log.nemid);

INSERT INTO consents (nemid, consent, given, version, given_by)
SELECT log.nemid, json_object('what', 'from_bank', 'bank', n.issuer_name), log.at, coalesce(n.rules_version, 1), log.actor
FROM event_log AS log
JOIN nemids AS n ON n.number = log.nemid
WHERE log.code = 'activated' AND n.issuer = 'bank' AND json_extract(log.event, '$.consents.bank_exchange')
    AND EXISTS (SELECT 1 FROM certificates AS c WHERE c.nemid = log.nemid);

-- A bank's use of a NemID that it did not make, which the customer agreed to before the clerk.
INSERT INTO consents (nemid, consent, given, version, given_by)
SELECT log.nemid, json_object('what', 'to_bank', 'bank', json_extract(log.event, '$.bank')), log.at,
    coalesce(n.rules_version, 1), log.actor
FROM event_log AS log
JOIN nemids AS n ON n.number = log.nemid
WHERE log.code IN ('agreement_made', 'agreement_moved_here')
    AND coalesce(n.issuer_name, '') <> json_extract(log.event, '$.bank');

-- They ended with the certificate, unless another one was ordered or is valid, with the agreement, or with the NemID.
UPDATE consents SET ended = (
    SELECT max(log.at) FROM event_log AS log
    WHERE log.nemid = consents.nemid AND log.code IN ('certificate_blocked', 'certificate_expired')
)
WHERE json_extract(consent, '$.what') <> 'to_bank'
    AND NOT EXISTS (
        SELECT 1 FROM certificates AS c
        WHERE c.nemid = consents.nemid AND json_extract(c.state, '$.is') = 'valid'
    )
    AND NOT EXISTS (
        SELECT 1 FROM nemids AS n WHERE n.number = consents.nemid AND n.certificate_ordered IS NOT NULL
    );

UPDATE consents SET ended = (
    SELECT max(log.at) FROM event_log AS log
    WHERE log.nemid = consents.nemid AND log.at >= consents.given
        AND log.code IN ('agreement_ended', 'agreement_moved_away', 'nem_id_blocked', 'nem_id_closed')
)
WHERE json_extract(consent, '$.what') = 'to_bank'
    AND NOT EXISTS (
        SELECT 1 FROM agreements AS a JOIN nemids AS n ON n.number = a.nemid
        WHERE a.nemid = consents.nemid AND a.bank = json_extract(consents.consent, '$.bank')
            AND json_extract(n.standing, '$.is') = 'open'
    );
