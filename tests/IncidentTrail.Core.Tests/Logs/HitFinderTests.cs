using System.Runtime.InteropServices;
using System.Text;
using IncidentTrail.Logs;
using IncidentTrail.Patterns;

namespace IncidentTrail.Tests.Logs;

/// <summary>Which records are looked at closer, for a text that may stand in them, and which are passed over.</summary>
public sealed class HitFinderTests
{
    [Theory]
    [InlineData("x", false)]
    [InlineData("x\\n", false)]
    [InlineData("x\\u001f", false)]
    [InlineData("x\\u0061", true)]
    [InlineData("x\\u001f\\u002D", true)]
    [InlineData("x\\u00", true)]
    public void A_record_is_read_where_an_escape_in_it_and_in_no_other_may_hide_a_text(string content, bool expected)
    {
        var data = Encoding.ASCII.GetBytes($"{{\"a\":\"b\\u0061\"}},{{\"a\":\"{content}{(content.EndsWith("00", StringComparison.Ordinal) ? "" : "\"")}}},{{\"a\":\"c\\u0061\"}}");
        var start = 1 + Array.IndexOf(data, (byte)'}') + 1;
        var end = start + Array.IndexOf(data[start..], (byte)'}') + 1;
        var hits = new HitFinder([new ByteNeedle("ssm-incidents")]);
        hits.Reset();

        Assert.Equal(expected, hits.Touches(data, new Element(start, end, ElementKind.Object)));
    }

    [Theory]
    [InlineData("{0},{0},{0}", 3)]
    [InlineData("{0},{0},{1},{0}", 2)]
    [InlineData("{1},{0}", 0)]
    [InlineData("{0},{0},{2},{0}", 2)]
    [InlineData("{0},{0},[],{0}", 2)]
    [InlineData("{0},{0},{{\"b\":1}},{0}", 2)]
    [InlineData("{0},{0} broken,{0}", 1)]
    [InlineData("{0} broken,{0}", 0)]
    [InlineData("broken,{0}", 0)]
    public void Records_that_cannot_match_are_passed_over_together_up_to_what_needs_a_closer_look(string list, int expected)
    {
        var json = string.Format(null, list, "{\"eventVersion\":\"1.11\"}", "{\"eventVersion\":\"ssm-incidents\"}", "{\"eventVersion\":\"\\u0061\"}");
        var (data, pieces) = (Encoding.ASCII.GetBytes(json), new List<Element>());
        ElementScanner.Scan(data, 0, inList: false, pieces);
        var hits = new HitFinder([new ByteNeedle("ssm-incidents")]);
        hits.Reset();

        Assert.Equal(expected, hits.Passed(data, CollectionsMarshal.AsSpan(pieces), 0));
    }
}
