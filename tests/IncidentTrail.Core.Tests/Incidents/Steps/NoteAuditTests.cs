namespace IncidentTrail.Tests.Incidents.Steps;

public sealed class NoteAuditTests
{
    private static readonly TrailIncident s_incident = Fixture.Incident("notes-audited");

    [Fact]
    public void An_entry_that_the_service_wrote_is_no_note()
    {
        Assert.Equal(5, s_incident.Notes.Count);
        Assert.Equal(TrailStepKind.ServiceEntry, Fixture.Step(s_incident, "entry by the service").Kind);
    }

    [Fact]
    public void A_note_keeps_each_text_with_its_writer()
    {
        var note = s_incident.Notes.Single(n => n.Author == "nikki_wolf");

        Assert.Equal(
            ["Queue is stuck.", "Queue of the payments is stuck.", "The provider's queue was stuck."],
            note.Revisions.Select(r => r.Text));
        Assert.Equal(["nikki_wolf", "nikki_wolf", "IncidentCommander/martha_rivera"], note.Revisions.Select(r => r.CallerName));
        Assert.Equal([false, false, true], note.Revisions.Select(r => r.ByOther == true));
        Assert.Equal([false, false, true], note.Revisions.Select(r => r.AfterResolution));
        Assert.True(note.TouchedByOther);
        Assert.True(note.TouchedAfterResolution);
    }

    [Fact]
    public void An_edit_without_a_text_is_no_revision_of_it()
    {
        var note = s_incident.Notes.Single(n => n.Author == "nikki_wolf");

        Assert.Equal("text left as it was", Assert.Single(note.OtherEdits).Text);
        Assert.Equal(Fixture.Utc("2026-02-17T13:04:00Z"), note.ClaimedTimeUtc);
        Assert.Null(note.Dating);
        Assert.EndsWith("edited their own note, but not its text", Fixture.Step(s_incident, "only its time changed").Text);
    }

    [Fact]
    public void A_note_dated_a_day_back_says_so_and_one_of_four_minutes_does_not()
    {
        var notes = s_incident.Notes.Where(n => n.Author == "jane_roe").ToList();

        Assert.Equal(["back-dated by 1 d", null], notes.Select(n => n.Dating));
    }

    [Theory]
    [InlineData("2026-05-05T09:55:00Z", null)]
    [InlineData("2026-05-05T09:54:59Z", "back-dated by 5 min 1 s")]
    [InlineData("2026-05-05T10:05:00Z", null)]
    [InlineData("2026-05-05T11:00:00Z", "post-dated by 1 h")]
    public void The_difference_counts_over_five_minutes(string claimed, string? dating) =>
        Assert.Equal(dating, MadeCalls.Rebuilt(MadeCalls.Note("10:00:00", "n1", "text", claimed)).Notes.Single().Dating);

    [Theory]
    [InlineData("", "")]
    [InlineData("***", "text not recorded")]
    [InlineData("<sensitiveDataRemoved>", "text not recorded")]
    public void A_text_that_was_left_empty_is_no_masked_one(string written, string told)
    {
        var note = MadeCalls.Note("10:00:00", "n1", "text", "2026-05-05T10:00:00Z");
        note["requestParameters"]!["eventData"] = written;

        Assert.Equal(told, MadeCalls.Rebuilt(note).Notes.Single().Text);
    }

    [Fact]
    public void A_masked_text_is_not_recorded()
    {
        var note = s_incident.Notes.Single(n => n.Author == "mary_major");

        Assert.Equal("text not recorded", note.Text);
        Assert.False(Assert.Single(note.Revisions).IsTextRecorded);
        Assert.Equal("IncidentCommander/martha_rivera", note.DeletedBy);
        Assert.True(note.TouchedByOther);
        Assert.True(note.TouchedAfterResolution);
    }

    [Fact]
    public void A_deleted_note_whose_creation_is_missing_has_no_author_in_what_was_read()
    {
        var note = s_incident.Notes.Single(n => !n.IsAuthorKnown);

        Assert.Equal(("not in what was read", "mary_major"), (note.Author, note.DeletedBy));
        Assert.Null(note.TouchedByOther);
        Assert.Empty(note.Revisions);
    }

    [Fact]
    public void Claimed_times_are_read_in_every_form_and_what_is_none_is_kept_as_text()
    {
        var notes = Fixture.Incident("request-times").Notes;
        var read = notes.Where(n => n.Text != "no time").ToList();

        Assert.Equal(9, read.Count);
        Assert.All(read, n => Assert.Equal(Fixture.Utc("2026-02-18T09:05:00Z"), n.ClaimedTimeUtc));
        var unread = notes.Single(n => n.Text == "no time");
        Assert.Equal((null, "yesterday", null), (unread.ClaimedTimeUtc, unread.ClaimedTimeText, unread.Dating));
    }

    [Fact]
    public void A_narrow_space_before_PM_is_read() =>
        Assert.Equal(
            Fixture.Utc("2026-05-05T10:00:00Z"),
            MadeCalls.Rebuilt(MadeCalls.Note("10:00:00", "n1", "text", "May 5, 2026, 10:00:00\u202FAM")).Notes.Single().ClaimedTimeUtc);

    [Fact]
    public void A_failed_edit_is_no_revision()
    {
        var incident = MadeCalls.Rebuilt(
            MadeCalls.Note("10:00:00", "n1", "first"),
            MadeCalls.Call("10:01:00", "UpdateTimelineEvent", new { eventId = "n1", eventData = "\"second\"", incidentRecordArn = MadeCalls.Incident }, by: "bob").Failing());

        Assert.Equal("first", Assert.Single(incident.Notes).Text);
        Assert.False(incident.Notes[0].TouchedByOther);
    }

    [Fact]
    public void An_edit_in_the_second_of_its_creation_belongs_to_it()
    {
        var edit = MadeCalls.Call("10:00:00", "UpdateTimelineEvent", new { eventId = "n1", eventData = "\"second\"", incidentRecordArn = MadeCalls.Incident });
        var note = Assert.Single(MadeCalls.Rebuilt(edit, MadeCalls.Note("10:00:00", "n1", "first")).Notes);

        Assert.Equal(["first", "second"], note.Revisions.Select(r => r.Text));
    }

    [Fact]
    public void A_text_that_is_no_JSON_is_kept_as_it_is()
    {
        var incident = MadeCalls.Rebuilt(MadeCalls.Call("10:00:00", "CreateTimelineEvent",
            new { eventData = "plain {words", eventType = "Note", incidentRecordArn = MadeCalls.Incident }, new { eventId = "n1" }));

        Assert.Equal("plain {words", Assert.Single(incident.Notes).Text);
    }
}
