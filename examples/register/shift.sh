#!/usr/bin/env bash
# A cash register with nothing but curl: scan, quote, commit, return, and a receipt made without network.
#   SERVICE=http://127.0.0.1:8080 KEY=krt_… CARD=<what the reader gave> ./shift.sh
set -euo pipefail
: "${SERVICE:?the address of Kartela}" "${KEY:?the key of a register}" "${CARD:?what the reader gave}"
api="$SERVICE/api/v1"

# call METHOD PATH [BODY] [IDEMPOTENCY-KEY]: prints the answer; a refusal ends the script.
# The same write may be sent again after a time-out: the key makes sure that it is booked once.
call() {
  local answer status tries
  for tries in 1 2 3; do
    answer="$(curl -sS --max-time 10 -w '\n%{http_code}' -X "$1" "$api$2" -H "Authorization: Bearer $KEY" \
      -H 'Content-Type: application/json' ${4:+-H "Idempotency-Key: $4"} ${3:+--data-binary "$3"})" || { sleep "$tries"; continue; }
    status="${answer##*$'\n'}"
    answer="${answer%$'\n'*}"
    case "$status" in
      2??) printf '%s' "$answer"; return ;;
      429 | 503) sleep "$tries" ;;
      *) printf 'refused with %s: %s\n' "$status" "$answer" >&2; exit 1 ;;
    esac
  done
  printf 'no answer from %s\n' "$api$2" >&2
  exit 1
}

# first NAME: the first string or number of this name in the JSON that comes in. A real register has a JSON parser.
first() { grep -oE "\"$1\":(\"[^\"]*\"|-?[0-9]+)" | head -n 1 | sed -E 's/^"[^"]*":"?([^"]*)"?$/\1/'; }

shift_id="$(date +%s)-$$"
register="$(call GET /register)"
echo "register: $(first registerName <<< "$register")"

member="$(call POST /scans "{\"text\":\"$CARD\",\"source\":\"WEDGE\"}" | first memberId)"
echo "member: $member"

lines='[{"lineNo":1,"sku":"LATTE","name":"Latte","quantity":"2","amount":60000}]'
quote="$(call POST /quotes "{\"memberId\":\"$member\",\"lines\":$lines}")"
echo "to pay: $(first toPay <<< "$quote")"

receipt="$(call POST /receipts "{\"memberId\":\"$member\",\"number\":\"$shift_id\",\"lines\":$lines}" "$shift_id-1")"
id="$(first id <<< "$receipt")"
echo "receipt: $id"

# The answer was lost and the register asks again: it is the same receipt.
again="$(call POST /receipts "{\"memberId\":\"$member\",\"number\":\"$shift_id\",\"lines\":$lines}" "$shift_id-1")"
[ "$id" = "$(first id <<< "$again")" ] || { echo 'booked twice' >&2; exit 1; }
echo "repeated: same receipt"

returned="$(call POST "/receipts/$id/returns" '{"lines":[{"lineNo":1,"quantity":"1"}]}' "$shift_id-2")"
echo "returned: $(first money <<< "$returned")"

now="$(date -u +%Y-%m-%dT%H:%M:%SZ)"
offline="$(call POST '/receipts:batch' "{\"sentAt\":\"$now\",\"receipts\":[{\"key\":\"$shift_id-3\",\"card\":{\"text\":\"$CARD\"},\"receipt\":{\"at\":\"$now\",\"lines\":$lines},\"paid\":60000}]}")"
echo "offline: $(first status <<< "$offline")"
