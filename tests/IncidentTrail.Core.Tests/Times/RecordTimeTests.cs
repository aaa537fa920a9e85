using System.Globalization;
using System.Text;
using IncidentTrail.Times;

namespace IncidentTrail.Tests.Times;

public sealed class RecordTimeTests
{
    [Theory]
    [InlineData("2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02t03:04:05z")]
    [InlineData("2026-01-02T03:04:05")]
    [InlineData("2026-01-02T03:04:05.000Z")]
    [InlineData("2026-01-02T03:04:05+00:00")]
    [InlineData("2026-01-02T12:04:05+09:00")]
    [InlineData("2026-01-01T22:04:05-0500")]
    [InlineData("2026-01-02T04:04:05+01")]
    [InlineData("20260102T030405Z")]
    [InlineData("20260102T120405+0900")]
    [InlineData("2026-01-02 03:04:05")]
    [InlineData("2026-01-02 03:04:05 +0000")]
    [InlineData("2026-01-02 03:04:05 UTC")]
    [InlineData(" 2026-01-02T03:04:05Z ")]
    [InlineData("\"2026-01-02T03:04:05Z\"")]
    [InlineData("\"2026-01-02T03:04:05.0Z\"")]
    [InlineData(@"""\u0032026-01-02T03:04:05\u005a""")]
    [InlineData("1767323045")]
    [InlineData("1767323045000")]
    [InlineData("1767323045.000")]
    [InlineData("1.767323045E9")]
    [InlineData("1.767323045E12")]
    [InlineData("\"\\/Date(1767323045000)\\/\"")]
    [InlineData("/Date(1767323045000)/")]
    [InlineData("/Date(1767323045000+0900)/")]
    [InlineData("{\"value\":\"\\/Date(1767323045000)\\/\",\"DisplayHint\":2,\"DateTime\":\"Friday, January 2, 2026 3:04:05 AM\"}")]
    [InlineData("1/2/2026 3:04:05 AM")]
    [InlineData("01/02/2026 03:04:05 AM")]
    [InlineData("01/02/2026 03:04:05")]
    [InlineData("1/2/2026, 3:04:05 AM")]
    [InlineData("Friday, January 2, 2026 3:04:05 AM")]
    [InlineData("Jan 2, 2026 3:04:05 AM")]
    [InlineData("Jan 2, 2026, 3:04:05 AM")]
    [InlineData("Jan 2, 2026, 3:04:05\u202FAM")]
    [InlineData("Jan 02, 2026 03:04:05 AM")]
    [InlineData("Fri, 02 Jan 2026 03:04:05 GMT")]
    [InlineData("Fri, 2 Jan 2026 03:04:05 GMT")]
    [InlineData("Fri, 02 Jan 2026 03:04:05 +0000")]
    [InlineData("Fri Jan 02 03:04:05 UTC 2026")]
    public void Every_form_of_a_time_is_the_same_instant(string text) =>
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), Parse(text));

    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("1970-01-01 00:00:00")]
    [InlineData("1/1/1970 12:00:00 AM")]
    public void Times_begin_with_the_first_instant_that_is_counted(string text) => Assert.Equal(DateTime.UnixEpoch, Parse(text));

    [Theory]
    [InlineData("2014-03-06T21:22:54.1234567Z", 1234567)]
    [InlineData("2014-03-06T21:22:54.123456789Z", 1234567)]
    [InlineData("2014-03-06T21:22:54,5Z", 5000000)]
    [InlineData("1394140974.5", 5000000)]
    [InlineData("1394140974500", 5000000)]
    public void A_fraction_of_a_second_is_kept(string text, long ticks) =>
        Assert.Equal(new DateTime(2014, 3, 6, 21, 22, 54, DateTimeKind.Utc).AddTicks(ticks), Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("\"")]
    [InlineData("...")]
    [InlineData("eventTime")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1969-12-31T23:59:59Z")]
    [InlineData("2026-02-29T00:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-00-01T00:00:00Z")]
    [InlineData("2026-01-02T24:00:00Z")]
    [InlineData("2026-01-02T23:60:00Z")]
    [InlineData("2026-01-02T23:59:60Z")]
    [InlineData("2026-01-02")]
    [InlineData("20260102")]
    [InlineData("0")]
    [InlineData("-1767323045")]
    [InlineData("17673230450000000")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("2026-01-02T03:04:05X")]
    [InlineData("2026-01-02T03:04:05+99:00")]
    [InlineData("2026-01-02T03:04:05+09:00 or so")]
    [InlineData("2026-01-02T0304:05Z")]
    [InlineData("20260102T03:0405Z")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("13/01/2026 03:04:05")]
    [InlineData("2026/01/02T03:04:05Z")]
    [InlineData("２０２６-01-02T03:04:05Z")]
    public void Nonsense_is_no_time(string text) =>
        Assert.False(TrailTimeText.TryParseRecordTime(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void A_time_is_read_the_same_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("th-TH");

            Assert.Equal(2026, Parse("Jan 2, 2026 3:04:05 AM").Year);
            Assert.Equal(2026, Parse("2026-01-02T03:04:05Z").Year);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_short_way_reads_what_NETs_own_reader_reads()
    {
        const int Seed = 20131102;
        var random = new Random(Seed);
        for (var round = 0; round < 50_000; round++)
        {
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"{random.Next(1968, 2101):0000}-{random.Next(0, 14):00}-{random.Next(0, 33):00}T{random.Next(0, 26):00}:{random.Next(0, 62):00}:{random.Next(0, 62):00}Z");
            var valid = DateTime.TryParseExact(
                text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var expected) && expected.Year >= 1970;

            var read = TrailTimeText.TryParseRecordTime(Encoding.UTF8.GetBytes(text), out var actual);

            Assert.True(read == valid && (!valid || actual == expected), $"{text}, seed {Seed}");
        }
    }

    [Fact]
    public void No_bytes_make_it_fail()
    {
        const int Seed = 77;
        var random = new Random(Seed);
        string[] forms = ["2026-01-02T03:04:05.678+09:00", "20260102T030405Z", "Jan 2, 2026 3:04:05 AM", "1767323045.678"];
        for (var round = 0; round < 50_000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(forms[round % forms.Length]);
            for (var change = random.Next(4); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var text = bytes[..random.Next(bytes.Length + 1)];

            var read = TrailTimeText.TryParseRecordTime(text, out var utc);

            Assert.True(!read || (utc.Kind == DateTimeKind.Utc && utc >= DateTime.UnixEpoch), $"seed {Seed}, round {round}");
        }
    }

    private static DateTime Parse(string text)
    {
        Assert.True(TrailTimeText.TryParseRecordTime(Encoding.UTF8.GetBytes(text), out var utc), text);
        Assert.Equal(DateTimeKind.Utc, utc.Kind);
        return utc;
    }
}
