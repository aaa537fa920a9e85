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
    private readonly ulong[] _map = new ulong[CompactRecord.MapSize];

    [Fact]
    public void The_records_of_the_sample_trail_are_read_quickly()
    {
        var records = Sample();

        var quick = records.Count(json => CompactRecord.TryRead(json, new RecordFields(), _map));

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

    [Fact]
    public void The_quotes_of_any_bytes_are_found_where_none_of_them_is_odd()
    {
        var random = new Random(Seed);
        for (var run = 0; run < 2000; run++)
        {
            var text = new byte[random.Next(1, 300)];
            for (var i = 0; i < text.Length; i++)
                text[i] = random.Next(run % 2 == 0 ? 1000 : 20) switch { 0 => (byte)random.Next(32), 1 => (byte)'\\', < 8 => (byte)'"', _ => (byte)random.Next(93, 256) };
            var isOdd = text.Any(b => b is (byte)'\\' or < (byte)' ');

            Assert.Equal(!isOdd, QuoteMap.TryFill(text, _map));
            for (var i = 0; i < text.Length && !isOdd; i++)
                Assert.Equal(text[i] == '"', (_map[i / QuoteMap.Size] >> (i % QuoteMap.Size) & 1) != 0);
        }
    }

    // One pair of readers for all records: what an earlier one left must not show.
    private void AssertSame(byte[] json)
    {
        var expected = _walked.TryWalk(json);
        Assert.True(expected == _quick.TryRead(json), Encoding.UTF8.GetString(json));
        if (!expected)
            return;
        Assert.Equal(
            (_walked.Present, _walked.HasTwoIds, _walked.HasUnknown),
            (_quick.Present, _quick.HasTwoIds, _quick.HasUnknown));
        foreach (var field in Enum.GetValues<RecordField>().Where(_walked.Has))
            Assert.Equal(_walked.Place(field), _quick.Place(field));
    }

    private static List<byte[]> Sample() =>
        [.. LogReading.ReadSource(new FileSource([Path.Combine(Repository.Root, "tests", "data", "trail")])).Events.Select(e => Encoding.UTF8.GetBytes(e.Json))];
}
