package dev.sightglass.simulator;

import java.util.UUID;

/** Valid reports, to be spoilt by the tests. */
final class Reports {

    private Reports() {}

    static String wsjf(UUID id) {
        return """
               {"type":"T","id":"%s","pn":"CTRL-7","sn":"0001","rev":"A","processCode":10,"result":"P","machineName":"bench-3",
                "location":"Oslo","purpose":"Production","start":"2026-03-02T09:15:00.000+01:00",
                "startUTC":"2026-03-02T08:15:00.0000000Z","uut":{"user":"anna"},"extension":[1,{"kept":"as it is"}],
                "root":{"stepType":"SequenceCall","name":"Main","group":"M","status":"P","steps":[]}}
               """
            .formatted(id);
    }

    static String repair(UUID id) {
        return """
               {"type":"R","id":"%s","pn":"CTRL-7","sn":"0001","rev":"A","processCode":500,"result":"P","machineName":"bench-3",
                "location":"Oslo","purpose":"Repair","start":"2026-03-02T09:15:00+01:00","startUTC":"2026-03-02T08:15:00Z",
                "uur":{"user":"anna","processCode":10},"subUnits":[{"idx":0,"pn":"CTRL-7","sn":"0001","rev":"A"}]}
               """
            .formatted(id);
    }

    static String wsxf(UUID... ids) {
        var xml = new StringBuilder("<Reports xmlns=\"http://wats.virinco.com/schemas/WATS/Report/wsxf\">");
        for (var id : ids) {
            xml.append(
                """
                <Report type="UUT" ID="%s" Start="2026-03-02T09:15:00+01:00" Start_utc="2026-03-02T08:15:00Z" Result="Passed"
                  SN="0001" PN="CTRL-7" Rev="A" MachineName="bench-3" Location="Oslo" Purpose="Production">
                  <UUT UserLoginName="anna"/><Process Code="10"/>
                  <Step Name="Main" StepType="SequenceCall" Status="Passed"></Step>
                </Report>
                """.formatted(
                    id));
        }
        return xml.append("</Reports>").toString();
    }
}
