using System.Text.RegularExpressions;
using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Reports;

public sealed partial class PseudonymTests
{
    private static readonly string[] s_people = ["nikki", "wolf", "martha", "rivera", "jane_roe", "mary_major", "john_stiles", "richard_roe"];

    [Theory]
    [InlineData(TrailReportFormat.Html)]
    [InlineData(TrailReportFormat.Markdown)]
    [InlineData(TrailReportFormat.Csv)]
    public void No_name_address_or_number_of_the_sample_is_in_it(TrailReportFormat format)
    {
        var text = Reports.Of(Reports.All.Value, new TrailReportOptions { Format = format, Pseudonymize = true });
        var records = string.Join('\n', Reports.All.Value.SelectMany(i => i.Timeline).SelectMany(s => s.Records).Select(r => r.Json));

        Assert.Contains("Person 1", text);
        Assert.All(s_people, name => Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(Names().Matches(records).Select(m => m.Groups[1].Value).Distinct(),
            name => Assert.DoesNotMatch($@"(?i)(?<!\w){Regex.Escape(name)}(?!\w)", text));
        Assert.DoesNotMatch(@"[\w.]+@[\w.]+\.\w", text);
        Assert.DoesNotMatch(@"555.?01\d\d", text);
        Assert.DoesNotMatch(@"\b(AKIA|ASIA|AROA|AIDA)[A-Z0-9]{8,}", text);
        Assert.DoesNotMatch(@"\b(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+", text);
        Assert.DoesNotContain("aws-cli", text);
    }

    [Fact]
    public void An_alias_in_a_list_of_contacts_has_a_label_too()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Call("09:00:00", "CreateRotationOverride", new { rotationId = "r1", newContactIds = (string[])["zelda"] }, source: "ssm-contacts"), MadeCalls.Start("10:00:00"));

        Assert.DoesNotContain("zelda", Reports.Of([incident], new TrailReportOptions { Pseudonymize = true }));
    }

    [Theory]
    [InlineData("zelda pressed it", null)]
    [InlineData("\u202ezelda\u001b[31m", "2026-05-05T10:00:00Z")]
    [InlineData("arn:aws:thing:us-east-1:111122223333:button of zelda", "2026-05-05T10:00:00Z")]
    [InlineData("arn:aws:iam::111122223333:user/zelda", "soon")]
    public void What_began_an_incident_names_nobody_whatever_was_written_there(string trigger, string? time)
    {
        var start = MadeCalls.Start("10:00:00").With("eventTime", time);
        start["requestParameters"]!["triggerDetails"] = new System.Text.Json.Nodes.JsonObject { ["source"] = "zelda", ["triggerArn"] = trigger };
        var incident = MadeCalls.Rebuilt(start, MadeCalls.Resolve("11:00:00"));

        Assert.All(Enum.GetValues<TrailReportFormat>(), format =>
        {
            var text = Reports.Of([incident], new TrailReportOptions { Format = format, Pseudonymize = true });
            Assert.DoesNotContain("zelda", text);
            Assert.DoesNotContain("alice", text);
        });
        Assert.Contains("zelda", Reports.Of([incident], new TrailReportOptions()));
    }

    [Fact]
    public void Text_that_people_wrote_is_left_out_and_the_page_says_what_may_still_name_somebody()
    {
        var html = Reports.Of(Reports.All.Value, new TrailReportOptions { Pseudonymize = true });

        Assert.DoesNotContain("Queue", html);
        Assert.DoesNotContain("Deployment 4711", html);
        Assert.DoesNotContain("id=\"records\"", html);
        Assert.Contains("may still name people", html);
    }

    [Fact]
    public void A_role_that_is_named_like_somebody_has_a_label_of_its_own()
    {
        var csv = Reports.Of([Fixture.Sample()[1]], new TrailReportOptions { Format = TrailReportFormat.Csv, Pseudonymize = true });
        var denied = Person().Match(csv.Split("\r\n").Single(l => l.Contains("tried to set the status"))).Value;
        var resolved = Person().Match(csv.Split("\r\n").Single(l => l.Contains("resolved the incident"))).Value;

        Assert.NotEqual(resolved, denied);
    }

    [Fact]
    public void One_person_has_one_label_as_a_caller_and_as_a_contact()
    {
        var csv = Reports.Of([Fixture.Sample()[1]], new TrailReportOptions { Format = TrailReportFormat.Csv, Pseudonymize = true });
        var acknowledged = csv.Split("\r\n").Where(l => l.Contains("acknowledged the page to")).ToList();

        Assert.Equal(2, acknowledged.Count);
        Assert.All(acknowledged, l => Assert.Matches(@"""(Person \d+) acknowledged the page to \1""", l));
    }

    [Fact]
    public void A_single_step_names_nobody_of_the_other_steps_either()
    {
        var report = new TrailReport(new TrailReportOptions { Pseudonymize = true });
        report.Add(Fixture.Incident("escalation-plan").Timeline[0]);

        var html = Reports.Text(report);

        Assert.Contains("First acknowledged", html);
        Assert.All(s_people, name => Assert.DoesNotContain(name, html, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Names_that_are_pieces_of_others_and_special_to_patterns_are_hidden_too()
    {
        var text = Reports.Of(
            [MadeCalls.Rebuilt(
                MadeCalls.Start("10:00:00").With("userIdentity", User("a+b.c")), MadeCalls.Engage("10:00:05", "bob"),
                MadeCalls.Update("10:01:00", new { impact = 1 }, by: "bobby"), MadeCalls.Accept("10:02:00", "bob"))],
            new TrailReportOptions { Format = TrailReportFormat.Csv, Pseudonymize = true });

        Assert.DoesNotContain("a+b.c", text);
        Assert.DoesNotContain("bob", text);
    }

    private static object User(string name) =>
        new { type = "IAMUser", principalId = "AIDAX", arn = "arn:aws:iam::111122223333:user/" + name, accountId = "111122223333", userName = name };


    // Roles' names are no people's.
    [GeneratedRegex("\"(?:sourceIdentity|simpleAddress)\":\"([^\"]+)\"")]
    private static partial Regex Names();

    [GeneratedRegex(@"Person \d+")]
    private static partial Regex Person();
}
