using IncidentTrail.Checkpoints;

namespace IncidentTrail.Tests.Checkpoints;

public sealed class MarkTextTests
{
    [Fact]
    public void Marks_come_back_as_they_were()
    {
        var random = new Random(7);
        var marks = Enumerable.Range(0, 5000).ToDictionary(_ => (ulong)random.NextInt64(), i => i % 3 == 0 ? 0 : random.Next());

        Assert.Equal(marks.OrderBy(m => m.Key), MarkText.Read(MarkText.Write(marks)).OrderBy(m => m.Key));
    }

    [Fact]
    public void A_mark_of_an_ordinary_day_takes_nine_bytes()
    {
        var random = new Random(7);
        var marks = Enumerable.Range(0, 5000).ToDictionary(_ => (ulong)random.NextInt64(), i => 29_000_000 + (i * 5));

        Assert.InRange(MarkText.Write(marks).Length, 1, 5000 * 9 * 4 / 3 + 16);
    }

    [Theory]
    [InlineData("AA==")]
    [InlineData("AAEC")]
    [InlineData("gICAgICAgICAgIA=")]
    [InlineData("no base64!")]
    public void A_text_that_is_none_of_ours_is_refused(string text) => Assert.Throws<FormatException>(() => MarkText.Read(text));
}
