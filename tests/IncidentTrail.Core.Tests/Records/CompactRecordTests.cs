using System.Text;
using IncidentTrail.Json;
using IncidentTrail.Records;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Records;

/// <summary>The quick reading of a record gives what the walk through it gives, or says that it cannot.</summary>
public sealed class CompactRecordTests
{
    private const int Seed = 20260310;
    private readonly RecordFields _quick = new();
    private readonly RecordFields _walked = new();
    private readonly QuoteList _quotes = new();

    [Fact]
    public void The_records_of_the_sample_trail_are_read_quickly()
    {
        var records = Sample();

        var quick = records.Count(IsQuick);

        Assert.InRange(quick, records.Count * 9 / 10, records.Count);
        Assert.All(records, AssertSame);
    }

    [Fact]
    public void A_record_changed_anywhere_is_judged_as_the_walk_judges_it()
    {
        var random = new Random(Seed);
        var records = Sample();
        const string Alphabet = "\"\"\"{}[]:,, \\\n09-.eEtfnu\u0001az";
        for (var run = 0; run < 20_000; run++)
        {
            var json = records[random.Next(records.Count)].ToArray().AsSpan();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var at = random.Next(json.Length);
                switch (random.Next(3))
                {
                    case 0:
                        json[at] = (byte)Alphabet[random.Next(Alphabet.Length)];
                        break;
                    case 1:
                        json = (byte[])[.. json[..at], .. json[(at + 1)..]];
                        break;
                    default:
                        json = (byte[])[.. json[..at], (byte)Alphabet[random.Next(Alphabet.Length)], .. json[at..]];
                        break;
                }
            }

            AssertSame(json.ToArray());
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"eventID\":\"1\"}")]
    [InlineData("{\"eventID\":\"1\",}")]
    [InlineData("{\"eventID\":\"1\"}}")]
    [InlineData("{\"eventID\":\"1\"},")]
    [InlineData("{\"eventID\":\"1\"")]
    [InlineData("{\"eventID\":\"1")]
    [InlineData("{\"eventID\":")]
    [InlineData("{\"eventID\"")]
    [InlineData("{\"eventID")]
    [InlineData("{\"")]
    [InlineData("{")]
    [InlineData("{\"eventID\":1.5e3,\"readOnly\":true,\"resources\":[],\"tlsDetails\":{}}")]
    [InlineData("{\"eventID\":01}")]
    [InlineData("{\"eventID\":1,\"eventID\":2,\"EVENTID\":3,\"zz\":4}")]
    [InlineData("{\"resources\":[{\"ARN\":\"a\"},[1,[2]],null],\"readOnly\":false}")]
    [InlineData("{\"resources\":[1,]}")]
    [InlineData("{\"resources\":[1}]}")]
    [InlineData("{\"resources\":{1]}")]
    [InlineData("{\"resources\":{\"a\":{\"b\":[]}},\"eventID\":\"x\"}")]
    [InlineData("{\"resources\" :[]}")]
    [InlineData("{\"resources\":[\"a\\\"b\"]}")]
    [InlineData("{\"resources\":nul}")]
    [InlineData("{\"resources\":\u00e9}")]
    [InlineData("[\"eventID\"]")]
    public void Odd_forms_are_judged_as_the_walk_judges_them(string json) => AssertSame(Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(64)]
    [InlineData(200)]
    public void Depth_changes_nothing(int depth)
    {
        AssertSame(Encoding.UTF8.GetBytes($"{{\"resources\":{new string('[', depth)}{new string(']', depth)},\"eventID\":\"x\"}}"));
        AssertSame(Encoding.UTF8.GetBytes($"{{\"resources\":{new string('[', depth)}{new string(']', depth - 1)}}},\"eventID\":\"x\"}}"));
    }

    [Fact]
    public void Length_changes_nothing()
    {
        for (var length = 0; length < 300; length++)
            AssertSame(Encoding.UTF8.GetBytes($"{{\"eventName\":\"{new string('x', length)}\",\"eventID\":\"1\"}}"));
        AssertSame(Encoding.UTF8.GetBytes($"{{\"eventName\":\"{new string('x', 20_000)}\",\"eventID\":\"1\"}}"));
    }

    [Theory]
    [InlineData("{\"eventName\":\"a\\\"b\\\\\",\"eventID\":\"\\u00e9\\/\"}", true)]
    [InlineData("{\"eventName\":\"a\\\\\\\"b\",\"event\\u0049D\":\"\\t\"}", true)]
    [InlineData("{\"eventName\":\"a\\x\",\"eventID\":\"1\"}", false)]
    [InlineData("{\"eventName\":\"a\\u00e\",\"eventID\":\"1\"}", false)]
    [InlineData("{\"eventName\":\\\"a\",\"eventID\":\"1\"}", false)]
    public void Escapes_are_read_quickly_where_they_are_right(string json, bool expected)
    {
        Assert.Equal(expected, IsQuick(Encoding.UTF8.GetBytes(json)));
        AssertSame(Encoding.UTF8.GetBytes(json));
        // In every place of a block, and over its end.
        for (var length = 0; length < 130; length++)
            AssertSame(Encoding.UTF8.GetBytes(json.Replace("\"a", "\"a" + new string('x', length), StringComparison.Ordinal)));
    }

    [Fact]
    public void Records_that_follow_each_other_are_found_with_their_fields_one_after_the_other()
    {
        var records = Sample().Where(IsQuick).ToList();
        byte[] data = [.. records.SelectMany(json => (byte[])[.. json, (byte)','])];
        int at = 0, quote = 0, looks = 0;
        var rest = ReadOnlySpan<byte>.Empty;

        foreach (var json in records)
        {
            var end = at == rest.Length ? -1 : _quick.ReadNext(rest, at, _quotes, ref quote);
            if (end < 0)
            {
                // What was looked at ends in the middle of it.
                rest = data.AsSpan(Before(records, json));
                rest = rest[.._quotes.Fill(rest)];
                (at, quote, looks) = (0, 0, looks + 1);
                end = _quick.ReadNext(rest, at, _quotes, ref quote);
            }
            Assert.Equal(at + json.Length, end);
            AssertSameFields(json);
            at = end + 1;
        }
        Assert.InRange(looks, 2, records.Count / 2);
    }

    private static int Before(List<byte[]> records, byte[] record) => records.TakeWhile(json => json != record).Sum(json => json.Length + 1);

    private static bool IsQuick(byte[] json)
    {
        var (quotes, quote) = (new QuoteList(), 0);
        return quotes.Fill(json) == json.Length && new RecordFields().ReadNext(json, 0, quotes, ref quote) == json.Length;
    }

    // One pair of readers for all records: what an earlier one left must not show.
    private void AssertSame(byte[] json)
    {
        var expected = _walked.TryWalk(json);
        Assert.True(expected == _quick.TryRead(json), Encoding.UTF8.GetString(json));
        if (expected)
            AssertSameFields(json);
    }

    private void AssertSameFields(byte[] json)
    {
        Assert.True(_walked.TryWalk(json));
        Assert.Equal(
            (_walked.Present, _walked.HasTwoIds, _walked.HasUnknown),
            (_quick.Present, _quick.HasTwoIds, _quick.HasUnknown));
        foreach (var field in Enum.GetValues<RecordField>().Where(_walked.Has))
            Assert.Equal(_walked.Place(field), _quick.Place(field));
    }

    private static List<byte[]> Sample() =>
        [.. LogReading.ReadSource(new FileSource([Path.Combine(Repository.Root, "tests", "data", "trail")])).Events.Select(e => Encoding.UTF8.GetBytes(e.Json))];
}
