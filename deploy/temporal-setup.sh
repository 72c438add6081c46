#!/bin/sh
# Waits for Temporal, then makes the namespace and the search attributes. Safe to run again.
set -eu
until temporal operator cluster health >/dev/null 2>&1; do sleep 2; done
temporal operator namespace describe --namespace forlop >/dev/null 2>&1 \
  || temporal operator namespace create --namespace forlop --retention 30d
have=$(temporal operator search-attribute list --namespace forlop)
add() {
  echo "$have" | grep -q "$1" || temporal operator search-attribute create --namespace forlop --name "$1" --type "$2"
}
add ForlopStep Keyword
add ForlopNextDeadline Datetime
add ForlopRuleId Keyword
add ForlopMode Keyword
