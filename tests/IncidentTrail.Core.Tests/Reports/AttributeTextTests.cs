using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Reports;

/// <summary>What a log wrote stands in attributes too, as the name of a mark that a screen reader says: there a quotation mark would end it.</summary>
public sealed class AttributeTextTests
{
    private const string Title = "x\" onfocus=\"fetch('/ran')\" y='<b>'&amp;";

    [Fact]
    public void It_is_text_between_tags_and_in_attributes()
    {
        var page = Reports.Of(MadeCalls.Rebuilt(MadeCalls.Start("10:00:00", title: Title)), TrailReportFormat.Html);

        Assert.Matches("aria-label=\"[^\"]*x&quot; onfocus=&quot;fetch\\(&#39;/ran&#39;\\)&quot; y=&#39;&lt;b&gt;&#39;&amp;amp;\"", page);
        Assert.DoesNotContain("<b>", page);
    }
}
