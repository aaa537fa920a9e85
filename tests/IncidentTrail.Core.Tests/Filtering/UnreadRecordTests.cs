using System.Text;
using IncidentTrail.Tests.Gzip;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Filtering;

/// <summary>
/// What is compressed is rejected unread where its bytes cannot hold what is asked for; a plain file is read whole. Records of
/// any wrapping, with escapes anywhere, must come out of both alike.
/// </summary>
public sealed class UnreadRecordTests
{
    private const int Seed = 20260310;

    private static readonly string[] s_names = ["StartIncident", "startincident", "UpdateContact", "Start-Inc.ident_9", "Stop\\Page", "Q\"uote", "Straße", "ſtartIncident"];
    private static readonly string[] s_sources = ["ssm-incidents.amazonaws.com", "SSM-Contacts.amazonaws.com", "s3.amazonaws.com", "ssm-incidents"];
    private static readonly string[] s_callers = ["kim", "ann-marie.x", "Unknown", "root", "x/kim", "bob[1]", "K\u212Am"];

    [Fact]
    public void Random_records_in_any_wrapping_are_given_as_if_all_were_read()
    {
        var random = new Random(Seed);
        var (given, leftOut) = (0L, 0L);
        for (var run = 0; run < 80; run++)
        {
            double[] rates = [0, 0.02, 0.2];
            var escapes = rates[random.Next(rates.Length)];
            var text = string.Join('\n', Enumerable.Range(0, random.Next(1, 12)).Select(i => Wrapped(random, Record(random, i, escapes), escapes)));
            var packed = GzipBytes.Of(text);
            for (var asked = 0; asked < 4; asked++)
            {
                var query = Query(random);
                var read = LogReading.Read(text, query);
                var unread = LogReading.Read(packed, query);

                Assert.True(
                    read.Events.Select(e => e.EventId).SequenceEqual(unread.Events.Select(e => e.EventId)),
                    $"seed {Seed}, run {run}, query {asked}: {text}");
                Assert.Equal(read.Coverage.RecordsRead, unread.Coverage.RecordsRead);
                (given, leftOut) = (given + unread.Coverage.RecordsKept, leftOut + unread.Coverage.RecordsDropped);
            }
        }
        Assert.True(given > 100 && leftOut > 100, $"seed {Seed}: {given} given, {leftOut} left out");
    }

    private static TrailQuery Query(Random random) => random.Next(5) switch
    {
        0 => new TrailQuery { EventName = Patterns(random, s_names), AllServices = true },
        1 => new TrailQuery { Caller = Patterns(random, s_callers), AllServices = true },
        2 => new TrailQuery { AccessKeyId = Patterns(random, ["AKIAEXAMPLE1", "ASIAEXAMPLE2"]), AllServices = true },
        3 => new TrailQuery { EventSource = Patterns(random, s_sources) },
        _ => new TrailQuery { EventId = [$"ID-{random.Next(12)}"], AllServices = true },
    };

    // Whole, or a part of it between stars.
    private static string[] Patterns(Random random, string[] texts) => [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ =>
    {
        var text = texts[random.Next(texts.Length)];
        var from = random.Next(text.Length);
        var part = random.Next(2) == 0 ? text : text.Substring(from, random.Next(text.Length - from) + 1);
        var literal = string.Concat(part.Select(c => c is '[' or ']' ? $"`{c}" : $"{c}"));
        return part == text ? literal : $"*{literal}*";
    })];

    private static string Record(Random random, int id, double escapes)
    {
        string Text(string text) => Quoted(random, text, escapes);
        var members = new List<string>
        {
            $"\"eventName\":{Text(s_names[random.Next(s_names.Length)])}", $"\"eventSource\":{Text(s_sources[random.Next(s_sources.Length)])}",
            $"\"eventID\":{Text($"id-{id}")}", "\"eventTime\":\"2026-03-10T09:00:00Z\"", "\"recipientAccountId\":\"111122223333\"",
            $"\"requestParameters\":{{\"eventName\":{Text(s_names[random.Next(s_names.Length)])},\"note\":{Text(s_callers[random.Next(s_callers.Length)])}}}",
            $"\"userIdentity\":{{\"type\":{Text(random.Next(4) == 0 ? "Root" : "IAMUser")},\"userName\":{Text(s_callers[random.Next(s_callers.Length)])},"
                + $"\"accessKeyId\":{Text(random.Next(2) == 0 ? "AKIAEXAMPLE1" : "ASIAEXAMPLE2")}}}",
        };
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(members));
        return $"{{\"eventVersion\":\"1.08\",{string.Join(',', members)}}}";
    }

    private static string Wrapped(Random random, string record, double escapes)
    {
        for (var depth = random.Next(3); depth > 0; depth--)
        {
            record = random.Next(2) == 0
                ? $"{{\"CloudTrailEvent\":{Quoted(random, record, escapes)}}}"
                : $"{{\"MessageId\":\"m\",\"Body\":{Quoted(random, record, escapes)}}}";
        }
        return record;
    }

    private static string Quoted(Random random, string text, double escapes)
    {
        var quoted = new StringBuilder("\"");
        // Some writers escape nothing but what must be, and that as all else.
        var onlyWhatMust = random.Next(2) == 0;
        // What holds a record is known by its first brace.
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && random.NextDouble() < (!onlyWhatMust ? escapes : text[i] is '"' or '\\' ? 1 : 0))
                quoted.Append(random.Next(2) == 0 ? $"\\u{(int)text[i]:x4}" : $"\\u{(int)text[i]:X4}");
            else
                quoted.Append(text[i] is '"' or '\\' ? $"\\{text[i]}" : $"{text[i]}");
        }
        return quoted.Append('"').ToString();
    }
}
