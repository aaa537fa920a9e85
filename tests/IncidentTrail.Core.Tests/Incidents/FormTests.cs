namespace IncidentTrail.Tests.Incidents;

public sealed class FormTests
{
    [Fact]
    public void An_addendum_gives_its_original_what_it_lacked()
    {
        var incident = Fixture.Incident("addenda");
        var step = Fixture.Step(incident, "original");

        Assert.EndsWith("changed impact from 2 to 1 and set the summary (previous value not in the trail): \"Payments fail.\"", step.Text);
        Assert.Equal(2, step.Records.Count);
        Assert.Equal(5, incident.EventCount);
        Assert.Equal(1, incident.Impact);
    }

    [Fact]
    public void An_addendum_without_its_original_stands_for_it_and_says_so()
    {
        var step = Fixture.Step(Fixture.Incident("addenda"), "original not in the file");

        Assert.Equal("completes a record that is not in what was read", step.Remark);
        Assert.Equal("Payments fail", Fixture.Incident("addenda").Title);
    }

    [Fact]
    public void A_late_record_takes_its_place_in_time()
    {
        var incident = Fixture.Incident("addenda");

        Assert.Equal(2, incident.Timeline.ToList().IndexOf(Fixture.Step(incident, "delivered a day late")));
    }

    [Fact]
    public void Bare_ids_are_tied_where_only_one_incident_has_them()
    {
        var incident = Fixture.Incident("bare-ids");

        Assert.Equal(6, incident.EventCount);
        Assert.Equal("the record names the incident by its id", Fixture.Step(incident, "incident by plan and id").LinkBasis);
        Assert.EndsWith("ended the engagement of nikki_wolf: Thanks.", Fixture.Step(incident, "engagement by its id").Text);
        Assert.Equal((60, 180), (incident.TimeToEngage.Seconds, incident.TimeToAcknowledge.Seconds));
    }

    [Fact]
    public void An_id_that_two_incidents_have_is_tied_to_neither_for_certain()
    {
        const string other = "arn:aws:ssm-incidents::999999999999:incident-record/shop/11111111-aaaa-4bbb-8ccc-000000000001";
        var incidents = Fixture.Rebuild(MadeCalls.Events(
            MadeCalls.Start("10:00:00"), MadeCalls.Start("10:00:10", other),
            MadeCalls.Update("10:05:00", new { impact = 1 }, "11111111-aaaa-4bbb-8ccc-000000000001")));

        Assert.Equal(2, incidents.Count);
        Assert.All(incidents, i => Assert.Equal((TrailLink.Inferred, 2), (i.Timeline[^1].Link, i.Timeline[^1].Candidates)));
        Assert.All(incidents, i => Assert.Null(i.Impact));
    }

    [Fact]
    public void An_incident_that_only_ids_name_is_known_by_its_id()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Update("10:00:00", new { impact = 1 }, "some-id"), MadeCalls.Resolve("10:10:00", "some-id"));

        Assert.Equal(("some-id", 2), (incident.IncidentRecordArn, incident.EventCount));
    }

    [Fact]
    public void A_call_that_two_accounts_recorded_is_one_by_the_callers_own_copy()
    {
        var incident = Fixture.Sample()[1];
        var step = Assert.Single(incident.Timeline, s => s.Text.Contains("rolled back to 4710"));

        Assert.Equal("checkout-deployer/deploy-4711", step.CallerName);
        Assert.Equal(2, step.Records.Count);
        Assert.Equal(["111122223333", "444455556666"], incident.AccountIds);
        Assert.Single(incident.Notes, n => n.Text == "Deployment 4711 rolled back to 4710.");
    }

    [Fact]
    public void Records_read_twice_and_in_any_order_are_the_same_incident()
    {
        var incident = Fixture.Incident("out-of-order");

        string[] labels = ["started", "engaged", "accepted", "resolved"];
        Assert.Equal(labels.Select(l => Fixture.Step(incident, l)), incident.Timeline);
        Assert.Equal((240, 2400), (incident.TimeToAcknowledge.Seconds, incident.TimeToResolve.Seconds));
    }

    [Fact]
    public void The_pre_release_service_counts_and_accounts_of_any_form_do()
    {
        var events = Fixture.Events("""
            {"eventTime":"2024-04-22T23:20:10Z","eventSource":"gamma-ssm-incidents.amazonaws.com","eventName":"StartIncident","awsRegion":"us-west-2",
             "requestParameters":{"responsePlanArn":"arn:aws:ssm-incidents::555555555555:response-plan/two-regions"},
             "responseElements":{"incidentRecordArn":"arn:aws:ssm-incidents::444455556666:incident-record/two-regions/6ebcc812-EXAMPLE"},
             "eventID":"1234abcd-5444","recipientAccountId":"12345678901234567","eventType":"AwsApiCall"}
            """);

        var incident = Assert.Single(Fixture.Rebuild(events));

        Assert.Equal(("two-regions", "444455556666", "OPEN"), (incident.ResponsePlan, incident.AccountId, incident.Status));
    }

    [Theory]
    [InlineData("""{"operationalData":{"x":{"value":"ARN"}}}""")]
    [InlineData("""{"operationalData":{"x":{"value":"{\"arn\":\"ARN\"}"}}}""")]
    [InlineData("""{"parameters":{"incidents":["other","ARN"]}}""")]
    public void A_call_of_Systems_Manager_that_holds_the_ARN_is_the_incidents(string request)
    {
        var call = MadeCalls.Call("10:01:00", "StartAutomationExecution", null, source: "ssm");
        call["requestParameters"] = System.Text.Json.Nodes.JsonNode.Parse(request.Replace("ARN", MadeCalls.Incident));

        var step = MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), call).Timeline[^1];

        Assert.Equal((TrailStepKind.Automation, TrailLink.Certain), (step.Kind, step.Link));
    }

    [Fact]
    public void A_record_without_a_time_is_last_and_feeds_nothing()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Start("10:00:00"), MadeCalls.Resolve("10:10:00").With("eventTime", "soon"));

        Assert.Equal("OPEN", incident.Status);
        Assert.Equal("the record has no readable time", incident.Timeline[^1].Remark);
    }

    [Fact]
    public void Events_of_the_pipeline_are_marked_as_such()
    {
        var coverage = new TrailCoverage();
        var reconstruction = new IncidentReconstruction(new TrailIncidentQuery(), coverage);
        reconstruction.AddFromPipeline(Assert.Single(MadeCalls.Events(MadeCalls.Start("10:00:00"))));

        var incident = Assert.Single(reconstruction.Incidents());

        Assert.Equal(TrailIncidentBasis.Pipeline, incident.Basis);
        Assert.False(coverage.IsComplete);
        Assert.Contains(Assert.Single(coverage.Sources).Notes, n => n.Contains("how they were filtered before is not known"));
        Assert.Contains(incident.Remarks, r => r.Contains("how they were filtered is not known"));
    }

    [Theory]
    [InlineData("shop", null, 2)]
    [InlineData("sh*", null, 2)]
    [InlineData("other", null, 0)]
    [InlineData("arn:aws:ssm-incidents::111122223333:response-plan/shop", null, 2)]
    [InlineData(null, "11111111*", 1)]
    [InlineData(null, "shop/22222222-aaaa-4bbb-8ccc-000000000002", 1)]
    [InlineData(null, MadeCalls.Incident, 1)]
    public void Incidents_are_chosen_by_plan_and_by_record(string? plan, string? record, int count) =>
        Assert.Equal(count, Fixture.Rebuild(
            MadeCalls.Events(MadeCalls.Start("10:00:00"), MadeCalls.Start("11:00:00", MadeCalls.OtherIncident)),
            new TrailIncidentQuery { ResponsePlan = plan is null ? [] : [plan], IncidentRecordArn = record is null ? [] : [record] }).Count);

    [Fact]
    public void A_filter_chooses_incidents_and_does_not_cut_them()
    {
        var incidents = Fixture.Incidents(
            Fixture.PathOf("overlapping-incidents"), new TrailIncidentQuery { Filter = new TrailQuery { Caller = ["jane_roe"] } });

        var incident = Assert.Single(incidents);
        Assert.Equal("Baskets are empty", incident.Title);
        Assert.Equal(5, incident.EventCount);
    }
}
