using System.Text;
using System.Text.Json;
using IncidentTrail.Json;
using IncidentTrail.Logs;
using IncidentTrail.Patterns;

namespace IncidentTrail.Tests.Logs;

public sealed class ScannerTests
{
    private const int Seed = 20260310;

    [Fact]
    public void Vectorised_brackets_are_those_of_the_portable_twin()
    {
        var random = new Random(Seed);
        const string Alphabet = "{}[]\"\\\\\"ab,:  {";
        for (var run = 0; run < 300; run++)
        {
            var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 64 * 20).Select(_ => Alphabet[random.Next(Alphabet.Length)])));
            var (fast, slow) = (new JsonBlock(), new JsonBlock());
            for (var at = 0; at < text.Length; at += 64)
                Assert.Equal(slow.NextScalar(text.AsSpan(at, 64)), fast.Next(ref text[at]));
        }
    }

    [Fact]
    public void A_piece_that_is_said_to_have_no_backslash_has_none_and_few_others_are_said_to()
    {
        var random = new Random(Seed);
        var (pieces, plain, escaped, doubted) = (new List<Element>(), 0, 0, 0);
        for (var run = 0; run < 400; run++)
        {
            var text = Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(0, random.Next(1, 12)).Select(_ => Piece(random))));
            pieces.Clear();
            ElementScanner.Scan(text, 0, inList: false, pieces);

            foreach (var piece in pieces)
            {
                var hasBackslash = text.AsSpan(piece.Start, piece.End - piece.Start).Contains((byte)'\\');
                Assert.True(piece.MayEscape || !hasBackslash, Encoding.ASCII.GetString(text));
                plain += piece.MayEscape ? 0 : 1;
                escaped += hasBackslash ? 1 : 0;
                doubted += piece.MayEscape && !hasBackslash ? 1 : 0;
            }
        }
        // Doubted are those that share a block with another's, or end in the last one.
        Assert.True(plain > 500 && escaped > 500 && doubted < plain + escaped, $"{plain} {escaped} {doubted}");
    }

    private static string Piece(Random random) =>
        $"{{\"a\":\"{new string('x', random.Next(300))}{(random.Next(3) == 0 ? "\\n" : "")}{new string('y', random.Next(random.Next(2) == 0 ? 5 : 300))}\"}}";

    [Fact]
    public void Vectors_of_every_width_give_the_masks_of_the_portable_twin()
    {
        var random = new Random(Seed);
        for (var run = 0; run < 300; run++)
        {
            var text = Enumerable.Range(0, 64).Select(_ => (byte)"{}[]\"\\az\t\u001f\u007f \u0080\u009f\u00fb\u00ff"[random.Next(16)]).ToArray();
            var expected = JsonMasks.Scalar(text);
            Assert.Equal(expected, JsonMasks.Narrow(ref text[0]));
            Assert.Equal(expected, JsonMasks.Wide(ref text[0]));
            Assert.Equal(expected, JsonMasks.Widest(ref text[0]));
        }
    }

    [Fact]
    public void A_string_ends_where_the_portable_search_ends_it()
    {
        var random = new Random(Seed);
        for (var run = 0; run < 500; run++)
        {
            var data = new byte[random.Next(0, 120)];
            for (var i = 0; i < data.Length; i++)
                data[i] = random.Next(60) switch { 0 => (byte)'"', 1 => (byte)'\\', 2 => (byte)random.Next(32), var other => (byte)(other * 4) };
            for (var from = 0; from <= data.Length; from++)
                Assert.Equal(JsonString.IndexOfEndScalar(data, from), JsonString.IndexOfEnd(data, from));
        }
    }

    [Fact]
    public void Pieces_of_a_list_are_those_a_json_reader_sees()
    {
        var random = new Random(Seed);
        for (var run = 0; run < 200; run++)
        {
            var items = Enumerable.Range(0, random.Next(0, 30)).Select(_ => MakeObject(random, 0)).ToArray();
            var json = Encoding.UTF8.GetBytes("[" + string.Join(run % 2 == 0 ? "," : ",\n  ", items) + "] ");
            var pieces = new List<Element>();

            var (end, next) = ElementScanner.Scan(json, 1, inList: true, pieces);

            Assert.Equal(ScanEnd.ListEnd, end);
            Assert.Equal(json.Length - 1, next);
            Assert.Equal(items, pieces.Select(p => Encoding.UTF8.GetString(json[p.Start..p.End])));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(400)]
    public void Pieces_are_those_of_a_scan_byte_by_byte_however_far_apart_what_shapes_them_stands(int apart)
    {
        var random = new Random(Seed + apart);
        for (var run = 0; run < 300; run++)
        {
            var data = Enumerable.Range(0, 6000)
                .Select(_ => (byte)(random.Next(apart) == 0 ? "{{[}}]\"\"\\\\"[random.Next(10)] : 'a')).ToArray();
            var pieces = new List<Element>();

            var (end, next) = ElementScanner.Scan(data, 0, inList: false, pieces);

            var (expected, mismatch) = ScanByteByByte(data);
            Assert.Equal(expected, pieces.Where(p => p.Kind != ElementKind.Stray).Select(p => (p.Start, p.End)));
            Assert.Equal(mismatch is null ? ScanEnd.NeedMore : ScanEnd.Mismatch, end);
            Assert.True(mismatch is null || mismatch == next);
        }
    }

    [Fact]
    public void A_quote_behind_backslashes_ends_a_string_where_they_are_even_however_many_and_wherever_they_stand()
    {
        for (var place = 0; place < 130; place++)
        {
            foreach (var backslashes in Enumerable.Range(0, 8).Concat([63, 64, 65, 66, 127, 128, 129]))
            {
                var run = new string('\\', backslashes);
                var text = Encoding.ASCII.GetBytes($"{{\"{new string('x', place)}{run}\"}}\"}} , {{\"{run}\"}}\"}}");
                var pieces = new List<Element>();

                ElementScanner.Scan(text, 0, inList: false, pieces);

                Assert.Equal(ScanByteByByte(text).Pieces, pieces.Where(p => p.Kind == ElementKind.Object).Select(p => (p.Start, p.End)));
            }
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a":[1,-2.5e+3,true,false,null,"x\"y",{"b":{}}]}""")]
    [InlineData("\"\\\\\"")]
    [InlineData("[ [ ] , { } ]")]
    public void A_well_formed_value_is_skipped_whole(string json)
    {
        var at = 0;

        Assert.True(JsonWalker.TrySkipValue(Encoding.UTF8.GetBytes(json), ref at));
        Assert.Equal(json.Length, at);
    }

    [Theory]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{a:1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("[1,]")]
    [InlineData("[1 2]")]
    [InlineData("\"a")]
    [InlineData("\"a\nb\"")]
    [InlineData("tru")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData("1e")]
    [InlineData("{\"a\":[1}")]
    public void A_value_that_is_not_well_formed_is_refused(string json)
    {
        var at = 0;

        Assert.False(JsonWalker.TrySkipValue(Encoding.UTF8.GetBytes(json), ref at));
    }

    [Fact]
    public void Nesting_beyond_measure_does_not_exhaust_the_stack()
    {
        var json = Encoding.ASCII.GetBytes(new string('[', 200_000) + new string(']', 200_000));
        var at = 0;

        Assert.True(JsonWalker.TrySkipValue(json, ref at));
        Assert.Equal(json.Length, at);
    }

    private static (List<(int Start, int End)> Pieces, int? Mismatch) ScanByteByByte(byte[] data)
    {
        var pieces = new List<(int, int)>();
        var (depth, start, inString) = (0, 0, false);
        for (var at = 0; at < data.Length; at++)
        {
            if (data[at] == '\\')
                at += at + 1 < data.Length && data[at + 1] is (byte)'"' or (byte)'\\' ? 1 : 0;
            else if (data[at] == '"')
                inString = !inString;
            else if (!inString && (data[at] is (byte)'{' or (byte)'['))
                start = depth++ == 0 ? at : start;
            else if (!inString && (data[at] is (byte)'}' or (byte)']') && depth > 0 && --depth == 0)
            {
                if (data[at] - data[start] != 2)
                    return (pieces, start);
                pieces.Add((start, at + 1));
            }
        }
        return (pieces, null);
    }

    internal static string MakeObject(Random random, int depth)
    {
        var members = Enumerable.Range(0, random.Next(0, 8)).Select(i => $"\"k{i}\":" + random.Next(depth < 3 ? 5 : 3) switch
        {
            0 => JsonSerializer.Serialize(string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => "{}[]\"\\,é\u0001x"[random.Next(10)]))),
            1 => random.NextInt64().ToString(),
            2 => "null",
            3 => MakeObject(random, depth + 1),
            _ => "[" + MakeObject(random, depth + 1) + ",\"]\"]",
        });
        return "{" + string.Join(",", members) + "}";
    }
}
