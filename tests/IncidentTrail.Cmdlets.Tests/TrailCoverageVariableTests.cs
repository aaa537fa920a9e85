namespace IncidentTrail.Cmdlets.Tests;

public sealed class TrailCoverageVariableTests
{
    private readonly RecordedCmdlet _cmdlet = new();
    private readonly TrailCoverage _coverage = new();

    [Fact]
    public void A_name_is_set_to_the_coverage_itself()
    {
        _cmdlet.Variables["read"] = "before";

        TrailCoverageVariable.Set(_cmdlet, "read", _coverage);

        Assert.Same(_coverage, _cmdlet.Variables["read"]);
    }

    [Fact]
    public void A_plus_appends_to_nothing_to_one_and_to_many()
    {
        TrailCoverageVariable.Set(_cmdlet, "+read", _coverage);
        TrailCoverageVariable.Set(_cmdlet, "+read", _coverage);
        _cmdlet.Variables["one"] = "before";
        TrailCoverageVariable.Set(_cmdlet, "+one", _coverage);

        Assert.Equal([_coverage, _coverage], Assert.IsType<object[]>(_cmdlet.Variables["read"]));
        Assert.Equal(["before", _coverage], Assert.IsType<object[]>(_cmdlet.Variables["one"]));
    }

    [Theory]
    [InlineData("$read")]
    [InlineData("+$read")]
    [InlineData("+")]
    public void What_names_no_variable_ends_the_cmdlet_and_sets_none(string given)
    {
        var error = EndedException.Of(() => TrailCoverageVariable.Set(_cmdlet, given, _coverage));

        Assert.Equal("TrailArgument", error.FullyQualifiedErrorId);
        Assert.Empty(_cmdlet.Variables);
    }

    [Fact]
    public void Nothing_is_set_where_no_name_was_given()
    {
        TrailCoverageVariable.Set(_cmdlet, null, _coverage);

        Assert.Empty(_cmdlet.Variables);
    }
}
