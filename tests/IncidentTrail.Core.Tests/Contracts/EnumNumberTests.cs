namespace IncidentTrail.Tests.Contracts;

/// <summary>A property that may have no value has none whose number is 0: PowerShell takes that one for no value too.</summary>
public sealed class EnumNumberTests
{
    [Fact]
    public void What_may_be_missing_begins_at_1()
    {
        var types = typeof(TrailEvent).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties())
            .Select(property => Nullable.GetUnderlyingType(property.PropertyType))
            .OfType<Type>().Where(type => type.IsEnum).Distinct().ToList();

        Assert.Contains(typeof(TrailCategory), types);
        Assert.Contains(typeof(TrailAccountBasis), types);
        Assert.All(types, type => Assert.Null(Enum.GetName(type, 0)));
    }
}
