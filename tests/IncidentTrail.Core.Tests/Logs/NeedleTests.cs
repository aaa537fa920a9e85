using System.Text;
using IncidentTrail.Patterns;

namespace IncidentTrail.Tests.Logs;

public sealed class NeedleTests
{
    private const int Seed = 20260310;

    [Theory]
    [InlineData("a ssm-incidents", 2)]
    [InlineData("amazon-ssm-agent, SSM-Contacts", 18)]
    [InlineData("ssm-contact", -1)]
    [InlineData("amazon-ssm-agent of a name longer than any vector of bytes is wide: ssm-contacts", 68)]
    public void Texts_that_begin_alike_are_one_needle(string text, int expected)
    {
        var needle = new ByteNeedle("ssm-incidents", "ssm-contacts");

        Assert.Equal(expected, needle.IndexOf(Encoding.ASCII.GetBytes(text), 0));
        Assert.Equal(expected, needle.IndexOfScalar(Encoding.ASCII.GetBytes(text), 0));
    }

    [Theory]
    [InlineData("ssm-Incidents")]
    [InlineData("svc-ivan32")]
    [InlineData("nn")]
    [InlineData("d4e94506-a173-77d8-a4b4-d1eab388ccf3")]
    public void A_needle_is_found_wherever_the_portable_search_finds_it(string text)
    {
        var random = new Random(Seed);
        var needle = new ByteNeedle(text);
        var (lower, upper) = (text.ToLowerInvariant(), text.ToUpperInvariant());
        for (var run = 0; run < 500; run++)
        {
            var data = new byte[random.Next(0, 300)];
            for (var i = 0; i < data.Length; i++)
                data[i] = (byte)(random.Next(3) == 0 ? lower : upper)[random.Next(text.Length)];
            if (data.Length > text.Length && run % 2 == 0)
                Encoding.ASCII.GetBytes(run % 4 == 0 ? lower : upper).CopyTo(data, random.Next(data.Length - text.Length));
            for (var from = 0; from <= data.Length; from += 7)
                Assert.Equal(needle.IndexOfScalar(data, from), needle.IndexOf(data, from));
        }
    }
}
