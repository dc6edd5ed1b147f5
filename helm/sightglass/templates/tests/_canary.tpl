{{/* The script of helm test. The image has bash and no HTTP client; the API needs no more than this. */}}
{{- define "sightglass.canary" -}}
# request METHOD PATH [BODY]: prints the answer, head and body
request() {
  exec 3<>"/dev/tcp/$HOST/$PORT"
  printf '%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
    "$1" "$2" "$HOST" "${#3}" "$3" >&3
  cat <&3
  exec 3>&-
}

id=$(cat /proc/sys/kernel/random/uuid)
now=$(date -u +%Y-%m-%dT%H:%M:%S.000)
report='{"type":"T","id":"'$id'","pn":"'$PART_NUMBER'","sn":"'$SERIAL_NUMBER'","rev":"1","processCode":'$PROCESS_CODE',"result":"P",
"machineName":"sightglass-canary","location":"Kubernetes","purpose":"Canary","start":"'$now'+00:00","startUTC":"'$now'Z",
"uut":{"execTime":0},"root":{"stepType":"SequenceCall","name":"Canary","group":"M","status":"P",
"seqCall":{"path":"canary","name":"canary","version":"1"},"steps":[]}}'

echo "Sending report $id to $HOST:$PORT"
answer=$(request POST /api/v1/reports "$report")
case $answer in
  'HTTP/1.1 202'*) echo "Accepted: it is in the queue, on disk" ;;
  *) echo "Not accepted: $answer"; exit 1 ;;
esac

for ((end = SECONDS + TIMEOUT_SECONDS; SECONDS < end; )); do
  answer=$(request GET "/api/v1/reports/$id" "")
  case $answer in
    *'"state":"delivered"'*) echo "Delivered: the WATS server has it"; exit 0 ;;
    *'"state":"dead"'*) echo "Refused by the WATS server for good: $answer"; exit 1 ;;
  esac
  sleep 1
done
echo "Not delivered within $TIMEOUT_SECONDS s. The report is safe in the queue and will be sent. It stands so: $answer"
exit 1
{{- end -}}
