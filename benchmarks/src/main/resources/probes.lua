-- For wrk: every connection waits between two requests, as many milliseconds as the argument says. The result is one line.
function init(args)
  wait = tonumber(args[1])
end

function delay()
  return wait
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    "   %d probes, %.0f/s, wrong status %d, other errors %d, p50 %.1f ms, p99 %.1f ms, most %.1f ms\n",
    summary.requests, summary.requests * 1e6 / summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
