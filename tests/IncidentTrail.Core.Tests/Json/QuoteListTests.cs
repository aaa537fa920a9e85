using System.Runtime.CompilerServices;
using IncidentTrail.Json;

namespace IncidentTrail.Tests.Json;

public sealed class QuoteListTests
{
    private const int Seed = 20260310;

    [Theory]
    [InlineData(1000, 300)]
    [InlineData(20, 300)]
    [InlineData(4000, 20_000)]
    public void The_quotes_of_any_bytes_are_found_up_to_what_is_odd(int rarity, int longest)
    {
        var random = new Random(Seed);
        var list = new QuoteList();
        var (whole, cut) = (0, 0);
        for (var run = 0; run < 1000; run++)
        {
            var text = new byte[random.Next(1, longest)];
            for (var i = 0; i < text.Length; i++)
                text[i] = random.Next(rarity) switch { 0 => (byte)random.Next(32), 1 or 2 => (byte)'\\', < 8 => (byte)'"', < 14 => (byte)'u', _ => (byte)random.Next(93, 256) };

            var end = list.Fill(text);

            var (expected, odd) = Reference(text.AsSpan(0, Math.Min(text.Length, QuoteList.Reach)));
            // It stops where the block begins that holds what is odd.
            Assert.Equal(odd < 0 ? Math.Min(text.Length, QuoteList.Reach) : odd / JsonBlock.Size * JsonBlock.Size, end);
            expected.RemoveAll(place => place >= end);
            for (var i = 0; i < expected.Count; i++)
                Assert.Equal(expected[i], Unsafe.Add(ref list.First, i));
            for (var i = 0; i < 4; i++)
                Assert.Equal(ushort.MaxValue, Unsafe.Add(ref list.First, expected.Count + i));
            whole += odd < 0 ? 1 : 0;
            cut += odd < 0 ? 0 : 1;
        }
        Assert.True(whole > 5 && cut > 5, $"{whole} {cut}");
    }

    // Byte by byte; and the first that is odd, or -1.
    private static (List<int> Quotes, int Odd) Reference(ReadOnlySpan<byte> text)
    {
        var quotes = new List<int>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] < ' ')
                return (quotes, at);
            if (text[at] == '"')
                quotes.Add(at);
            if (text[at] != '\\')
                continue;
            at++;
            // Of an escape that nothing follows nobody asks: a string would not end.
            if (at < text.Length && !JsonWalker.IsEscape(text[at..]))
                return (quotes, at);
        }
        return (quotes, -1);
    }
}
