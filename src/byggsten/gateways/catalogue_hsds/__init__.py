"""The catalogue as Open Referral HSDS 3.0 JSON, out and in."""
