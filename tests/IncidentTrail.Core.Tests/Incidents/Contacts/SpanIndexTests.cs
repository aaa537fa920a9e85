using IncidentTrail.Incidents.Contacts;

namespace IncidentTrail.Tests.Incidents.Contacts;

public sealed class SpanIndexTests
{
    private const int Seed = 20260506;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(200)]
    public void It_finds_the_spans_that_a_time_is_within(int count)
    {
        var random = new Random(Seed + count);
        var spans = Enumerable.Range(0, count).Select(i => (From: (long)random.Next(50), To: (long)random.Next(50), Place: i)).ToList();
        var index = new SpanIndex<(long From, long To, int Place)>(spans, s => (s.From, s.To));

        for (var time = -1L; time <= 51; time++)
            Assert.Equal(spans.Where(s => s.From <= time && time < s.To).Order(), index.At(time).Order());
    }
}
